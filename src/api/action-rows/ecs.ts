import { type ActionRow, locking, row } from "./row.ts";

const group = locking(["group", "SecurityGroupId"]);

/** The writes on security groups. */
export const ecsRows: readonly ActionRow[] = [
  row("Ecs", "AuthorizeSecurityGroup", "token", { locks: group }),
  // Since 2024-07-08 an unknown rule id is an error; before, it was a success.
  row("Ecs", "RevokeSecurityGroup", "token", { locks: group, already: ["InvalidParam.SecurityGroupRuleId"] }),
];
