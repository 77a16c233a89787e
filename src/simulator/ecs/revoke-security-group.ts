import { Refusal, type SimRequest } from "../action.ts";
import { ecsAction } from "./ecs-action.ts";
import { isSameRule, permissionParameters, readRules } from "./permissions.ts";
import { findGroup } from "./requests.ts";
import type { SecurityGroup, SecurityGroupRule } from "./things.ts";

/** An unknown id is an error. Source: change log of the page, 2024-07-08; before, it was none. */
function withoutIds(group: SecurityGroup, ids: readonly string[]): SecurityGroupRule[] {
  const unknown = ids.find((id) => !group.rules.some((rule) => rule.id === id));
  if (unknown === undefined) return group.rules.filter((rule) => !ids.includes(rule.id));
  throw new Refusal(404, "InvalidParam.SecurityGroupRuleId", `The rule ${unknown} does not exist.`);
}

/** What fits no rule is no error. */
function withoutRules(group: SecurityGroup, request: SimRequest): SecurityGroupRule[] {
  const unwanted = readRules(request);
  return group.rules.filter((rule) => !unwanted.some((one) => isSameRule(rule, one)));
}

export const revokeSecurityGroup = ecsAction({
  name: "RevokeSecurityGroup",
  kind: "write",
  parameters: { ...permissionParameters, SecurityGroupRuleId: { type: "list" } },
  evidence: "SDK model: parameters. Page: by id or by permission. Assumption: HTTP status of the unknown id.",
  handle(world, request) {
    const group = findGroup(world, request);
    const ids = request.params.SecurityGroupRuleId as string[] | undefined;
    const rules = ids === undefined ? withoutRules(group, request) : withoutIds(group, ids);
    world.put("security-group", { ...group, rules });
    return {};
  },
});
