import { Refusal } from "../action.ts";
import type { World } from "../world.ts";
import { ecsAction } from "./ecs-action.ts";
import { isSameRule, permissionParameters, readRules, type WantedRule } from "./permissions.ts";
import { findGroup } from "./requests.ts";
import type { SecurityGroup, SecurityGroupRule } from "./things.ts";

/** Source: quota page: rules that a network card meets over all its groups. */
const RULE_QUOTA = 1000;

function withRule(world: World, rules: readonly SecurityGroupRule[], wanted: WantedRule): SecurityGroupRule[] {
  if (rules.some((rule) => isSameRule(rule, wanted))) return [...rules];
  return [...rules, { ...wanted, id: world.newId("sgr-", 18), createdAt: world.now }];
}

function requireKnownGroups(world: World, group: SecurityGroup, wanted: readonly WantedRule[]): void {
  for (const { groupId } of wanted) {
    if (groupId === undefined) continue;
    if (group.type === "enterprise") throw new Refusal(403, "InvalidParamter.Conflict", "Not in an advanced group.");
    if (world.find<SecurityGroup>("security-group", groupId)?.uid === group.uid) continue;
    throw new Refusal(404, "InvalidSourceGroupId.NotFound", "The source group does not exist.");
  }
}

/** A rule that is there already is no error, and is not added. It tells no rule ids. */
export const authorizeSecurityGroup = ecsAction({
  name: "AuthorizeSecurityGroup",
  kind: "write",
  parameters: permissionParameters,
  evidence: "SDK model: parameters, duplicates succeed, ClientToken. Page: codes. Assumption: rules work at once.",
  handle(world, request) {
    const group = findGroup(world, request);
    const wanted = readRules(request);
    requireKnownGroups(world, group, wanted);
    const rules = wanted.reduce((sum, rule) => withRule(world, sum, rule), group.rules);
    if (rules.length > RULE_QUOTA) throw new Refusal(403, "AuthorizationLimitExceed", "Too many rules.");
    world.put("security-group", { ...group, rules });
    return {};
  },
});
