import { allowIngress, type RulesSeen, readSecurityGroup, revokeIngress } from "../../api/ecs.ts";
import { type Change, type Item, type Look, step, type Verdict } from "../../engine/step.ts";
import { change, checkFailed, done, guard, notNeeded, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Vpc } from "../../network/network.ts";
import { sourcesFor } from "../../network/reach.ts";
import { say, type Text } from "../../text.ts";
import { groupsOf } from "./groups.ts";
import { securityGroupInputs } from "./inputs.ts";
import { dropped, marked, missing, type WantedRule, wantedRules } from "./rules.ts";

interface GroupItem extends Item {
  readonly vpc: Vpc;
  readonly wanted: readonly WantedRule[];
  readonly needs: Record<never, never>;
}

interface Seen {
  readonly groups: readonly { readonly id: string; readonly seen: RulesSeen | undefined }[];
  /** Groups of an instance among which nobody has chosen. */
  readonly undecided: readonly string[];
  readonly marker: string;
}

/** What the branch may send gets in at the instances, and nothing else of the world does. */
export const securityGroup = step<GroupItem, Seen, unknown>({
  name: "security-group",
  title: "Security groups open",
  inputs: securityGroupInputs,
  items: (network) =>
    network.vpcs.map((vpc) => ({
      key: itemKey("security-group", vpc.name),
      needs: {},
      vpc,
      wanted: wantedRules(network.allow, sourcesFor(network, vpc.name)),
    })),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

async function observe(look: Look, item: GroupItem): Promise<Seen> {
  const { account, region } = item.vpc;
  const ids = await groupsOf(look, item.vpc);
  const chosen = item.vpc.securityGroups || ids.length === 1 ? ids : [];
  const groups = await Promise.all(
    chosen.map(async (id) => ({ id, seen: await look.read(readSecurityGroup({ account, region, id })) })),
  );
  return { groups, undecided: chosen.length === 0 ? ids : [], marker: look.marker };
}

function judge(seen: Seen, item: GroupItem): Verdict {
  const { name, securityGroups } = item.vpc;
  if (item.wanted.length === 0) return notNeeded(say`nobody may reach ${name}`);
  if (securityGroups?.length === 0) return notNeeded(say`no group of ${name} is to be opened (securityGroups: [])`);
  const wrong = wrongGroup(seen, item);
  if (wrong) return wrong;
  const closed = seen.groups.find((group) => dropped(group.seen, item.wanted).length > 0);
  if (closed) return keptOut(closed.id, dropped(closed.seen, item.wanted), item);
  const [first, ...then] = seen.groups.flatMap((group) => opening(group, item));
  return first ? change(first, ...then) : done(say`${wordsOf(item.wanted)} at ${item.vpc.name}`);
}

function wrongGroup(seen: Seen, item: GroupItem): Verdict | undefined {
  const { name, id, region } = item.vpc;
  const says = say`Say which: vpcs: {${name}: {securityGroups: [${seen.undecided[0] ?? "sg-…"}]}}, or --security-group`;
  if (seen.undecided.length > 0) {
    return guard(
      say`The instances to reach in ${name} are in several security groups: ${seen.undecided.join(", ")}`,
      says,
    );
  }
  if (seen.groups.length === 0) return noGroupKnown(item, says);
  const unknown = seen.groups.find((group) => !group.seen);
  if (unknown) return guard(say`There is no security group ${unknown.id} in ${region}`, says);
  const strange = seen.groups.find((group) => group.seen && group.seen.vpc !== id);
  if (!strange) return undefined;
  return guard(
    say`Security group ${strange.id} belongs to ${strange.seen?.vpc ?? "another VPC"}, not to ${id} (${name})`,
    says,
  );
}

function noGroupKnown({ vpc }: GroupItem, says: Text): Verdict {
  const { name, verify } = vpc;
  const because =
    verify.length === 0
      ? say`${name} names no security group, and no address in verify whose instance would tell one`
      : say`No instance in ${name} has an address of verify, so no group is known`;
  return guard(because, says, say`If nothing is to be opened there: vpcs: {${name}: {securityGroups: []}}`);
}

function keptOut(id: string, rules: readonly WantedRule[], item: GroupItem): Verdict {
  return checkFailed(
    say`A Drop rule of ${id} in ${item.vpc.name} keeps ${wordsOf(rules)} out, whatever else allows it`,
    say`Remove the rule or give it a worse priority in the ECS console; sagctl does not remove rules of others`,
  );
}

/** One call a group, with all that is missing there. */
function opening(group: Seen["groups"][number], item: GroupItem): readonly Change[] {
  const rules = missing(group.seen, item.wanted);
  if (rules.length === 0) return [];
  const { account, region, name } = item.vpc;
  const summary = say`${group.id} in ${name}: let in ${wordsOf(rules)}`;
  const write = allowIngress({ account, region, id: group.id, rules });
  return [{ slot: `allow-${group.id}`, summary, write, risk: "none" }];
}

/** `ICMP from 172.16.0.0/12`. */
function wordsOf(rules: readonly WantedRule[]): string {
  const protocols = [
    ...new Set(rules.map((rule) => (rule.protocol === "icmp" ? "ICMP" : `${rule.protocol}/${portsOf(rule)}`))),
  ];
  return `${protocols.join(", ")} from ${[...new Set(rules.map((rule) => rule.source))].join(", ")}`;
}

/** `443`, `8000-8080`: the wire's `443/443` is for machines. */
function portsOf(rule: WantedRule): string {
  const [first, last] = rule.ports.split("/");
  return first === last ? `${first}` : `${first}-${last}`;
}

function undo(seen: Seen, item: GroupItem): Verdict {
  const { account, region, name } = item.vpc;
  const removals = seen.groups.flatMap((group): readonly Change[] => {
    const ruleIds = marked(group.seen, seen.marker);
    if (ruleIds.length === 0) return [];
    const rules = ruleIds.length === 1 ? "the rule" : `the ${ruleIds.length} rules`;
    const summary = say`${group.id} in ${name}: remove ${rules} of sagctl`;
    const write = revokeIngress({ account, region, id: group.id, ruleIds });
    return [{ slot: `revoke-${group.id}`, summary, write, risk: "none" }];
  });
  const [first, ...then] = removals;
  return first ? takeAway(true, say`rules of sagctl`, first, ...then) : notNeeded(say`no rules of sagctl in ${name}`);
}
