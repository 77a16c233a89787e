import { allowIngress, type RulesSeen, readSecurityGroup, revokeIngress } from "../../api/ecs.ts";
import { type Item, type Look, step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { checkFailed, done, guard, notNeeded, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { readHubUid } from "../grant/hub-uid.ts";
import { undoneAtTheirs, unseenAtTheirs } from "../other-account.ts";
import { ownerLine } from "../owner-line.ts";
import { readUndoLine } from "../undo-line.ts";
import { groupFlags, groupsOf } from "./groups.ts";
import { allowed, securityGroupInputs } from "./inputs.ts";
import { dropped, marked, missing, type WantedRule, wantedRules } from "./rules.ts";
import { readSources, type Sources } from "./sources.ts";

interface GroupItem extends Item {
  readonly network: Network;
  readonly vpc: Vpc;
  readonly needs: Record<never, never>;
}

interface Seen extends Sources {
  /** Whether this run holds the key of the VPC's owner. */
  readonly isReadable: boolean;
  /** Where it is not readable: the account id of the CEN's owner, which the VPC's owner has to know. */
  readonly hubUid: string | undefined;
  /** What the VPC's owner types for the undo. */
  readonly undoLine: string;
  readonly wanted: readonly WantedRule[];
  readonly groups: readonly { readonly id: string; readonly seen: RulesSeen | undefined }[];
  /** Groups of an instance among which nobody has chosen. */
  readonly undecided: readonly string[];
  readonly marker: string;
}

/** What branches and other VPCs may send gets in at the instances, and nothing else of the world does. */
export const securityGroup = step<GroupItem, Seen, unknown>({
  name: "security-group",
  title: "Security groups open",
  inputs: securityGroupInputs,
  items: (network) =>
    network.vpcs.map((vpc) => ({
      key: itemKey("security-group", vpc.name),
      needs: {},
      accounts: [...new Set([vpc.account, network.hub])],
      network,
      vpc,
    })),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

async function observe(look: Look, { network, vpc }: GroupItem): Promise<Seen> {
  const { account, region } = vpc;
  const isReadable = look.holds(account);
  const [read, hubUid, undoLine] = await Promise.all([
    readSources(look, network, vpc),
    isReadable ? undefined : readHubUid(look, network),
    readUndoLine(look, network, vpc),
  ]);
  const wanted = wantedRules(network.allow, read.cidrs);
  const sources = { ...read, isReadable, hubUid, undoLine, wanted, marker: look.marker };
  if (!isReadable) return { ...sources, groups: [], undecided: [] };
  const ids = await groupsOf(look, vpc);
  const chosen = vpc.securityGroups || ids.length === 1 ? ids : [];
  const groups = await Promise.all(
    chosen.map(async (id) => ({ id, seen: await look.read(readSecurityGroup({ account, region, id })) })),
  );
  return { ...sources, groups, undecided: chosen.length === 0 ? ids : [] };
}

function judge(seen: Seen, item: GroupItem): Verdict {
  const { name, account, securityGroups } = item.vpc;
  const { wanted, unknown, publicBlocks } = seen;
  if (wanted.length + unknown.length + publicBlocks.length === 0) return notNeeded(say`nobody may reach ${name}`);
  if (securityGroups?.length === 0) return notNeeded(say`no group of ${name} is to be opened (securityGroups: [])`);
  if (wanted.length === 0 && unknown.length > 0) return unknownSources(unknown, item);
  if (!seen.isReadable) return unseenAtTheirs(account, unreadable(item), theirLine(seen, item));
  const notes = publicNotes(seen, item);
  if (wanted.length === 0) return done(say`no private block may reach ${name}`, ...notes);
  const wrong = wrongGroup(seen, item);
  if (wrong) return wrong;
  const closed = seen.groups.find((group) => dropped(group.seen, wanted).length > 0);
  if (closed) return keptOut(closed.id, dropped(closed.seen, wanted), item);
  const [first, ...then] = seen.groups.flatMap((group) => opening(group, wanted, item));
  if (first) return { is: "changes", now: [first], then, ...(notes.length === 0 ? {} : { notes }) };
  return unknown.length > 0 ? unknownSources(unknown, item) : done(say`${wordsOf(wanted)} at ${name}`, ...notes);
}

function unreadable({ vpc }: GroupItem): Text {
  return say`not readable from here: the security groups of ${vpc.name}`;
}

function theirLine({ cidrs, hubUid }: Seen, { network, vpc }: GroupItem): string {
  const allow = allowed(network).join(",");
  return ownerLine("security-group", network, vpc, {
    "cen-owner": hubUid,
    ...groupFlags(vpc),
    allow: allow === "icmp" ? undefined : allow,
    cidr: cidrs.join(","),
  });
}

/** Guessed addresses would let in whoever has them. */
function unknownSources(vpcs: readonly Vpc[], { vpc }: GroupItem): Verdict {
  const names = vpcs.map((one) => one.name).join(", ");
  return {
    is: "blocked",
    who: "account",
    on: say`not readable from here: the addresses of ${names}, which ${vpc.name} is to let in`,
    tryThis: [
      ...vpcs.map(({ name }) => say`Write them into the network file: vpcs: {${name}: {cidrs: […]}}`),
      say`Or run again with the keys of both accounts, or once the VPC is attached and its routes are propagated`,
    ],
  };
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

/** Said before anything is bought for such a block, as long as no rule of somebody's own lets it in. */
function publicNotes({ publicBlocks, groups }: Seen, { network, vpc }: GroupItem): readonly Text[] {
  return publicBlocks.flatMap(({ of, cidr }) => {
    const rules = wantedRules(network.allow, [cidr]);
    const closed = groups.filter((group) => missing(group.seen, rules).length > 0).map(({ id }) => id);
    if (closed.length === 0) return [];
    return [
      say`${cidr} of ${of} is outside the private blocks, and sagctl lets in none but those: what comes from there gets in at ${vpc.name} only by a rule of your own (in the ECS console, at ${closed.join(", ")}: ${wordsOf(rules)})`,
    ];
  });
}

/** One call a group, with all that is missing there. */
function opening(group: Seen["groups"][number], wanted: readonly WantedRule[], { vpc }: GroupItem): readonly Change[] {
  const rules = missing(group.seen, wanted);
  if (rules.length === 0) return [];
  const { account, region, name } = vpc;
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
  if (!seen.isReadable) return undoneAtTheirs(account, unreadable(item), seen.undoLine);
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
