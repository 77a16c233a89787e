import { say, type Text } from "../text.ts";
import { branchBlock } from "./branch-proof.ts";
import { crossBasic } from "./cross-routers.ts";
import type { DescribedBranch } from "./described.ts";
import { type DescribedBackbone, type DescribedVpc, isLocal } from "./described-backbone.ts";
import { groupBlock } from "./group-proof.ts";
import { rangeOf } from "./ipv4.ts";
import { leaveVpc } from "./leave-vpc.ts";
import { routerOf } from "./peer-proof.ts";
import type { Traffic } from "./security-group.ts";
import type { PathVerdict } from "./verdict.ts";
import type { Finding, Goal } from "./way.ts";

/** Whether the configuration, as read, carries traffic from one VPC to another and back, by routers of either edition. */
export function provePair(
  backbone: DescribedBackbone,
  from: DescribedVpc,
  to: DescribedVpc,
  traffic: readonly Traffic[],
): PathVerdict {
  const [there, back] = [blocksOf(backbone, to), blocksOf(backbone, from)];
  return verdictOn(to.name, [
    ...there.flatMap((cidr) => leaveVpc(backbone, from, goalOf(to, cidr))),
    ...admission(to, back, traffic),
    ...back.flatMap((cidr) => leaveVpc(backbone, to, goalOf(from, cidr))),
  ]);
}

/** The same from a branch, whose CCN is always on a Basic Edition router. */
export function proveFromBranch(
  backbone: DescribedBackbone,
  branch: DescribedBranch,
  to: DescribedVpc,
  traffic: readonly Traffic[],
): PathVerdict {
  const before = branchBlock({ branch, attached: backbone.cen?.attached ?? [] });
  if (before) return verdictOn(to.name, [{ is: "block", block: before }]);
  const { ccn } = branch;
  const home = (cidr: string): Goal => ({ name: branch.name, id: ccn.id, region: ccn.region, cidr });
  return verdictOn(to.name, [
    ...blocksOf(backbone, to).flatMap((cidr) => leaveCcn(backbone, branch, goalOf(to, cidr))),
    ...admission(to, branch.cidrs, traffic),
    ...branch.cidrs.flatMap((cidr) => leaveVpc(backbone, to, home(cidr))),
  ]);
}

function goalOf({ name, vpcId, region }: DescribedVpc, cidr: string): Goal {
  return { name, id: vpcId, region, cidr };
}

function leaveCcn(backbone: DescribedBackbone, { name, ccn }: DescribedBranch, goal: Goal): readonly Finding[] {
  const { cen, hub } = backbone;
  const router = cen && routerOf(cen, ccn.region);
  const range = rangeOf(goal.cidr);
  if (!cen) return [{ is: "unread", what: say`the CEN and its transit routers (account ${hub})` }];
  if (!router || !range) {
    const what = say`The CCN ${ccn.id} has no transit router on the CEN.`;
    return [{ is: "block", block: { what, mend: say`sagctl cen-bind` } }];
  }
  return crossBasic({ backbone, cen, from: name, goal, range, passed: [] }, router);
}

/** The blocks of a VPC's vSwitches, from its own table or from what the CEN knows of it; else the one address. */
function blocksOf({ cen }: DescribedBackbone, vpc: DescribedVpc): readonly string[] {
  const own = (vpc.tables ?? []).flatMap((table) => table.routes.filter(isLocal).map((route) => route.cidr));
  const ids = (cen?.attachments ?? []).filter((one) => one.vpcId === vpc.vpcId).map((one) => one.id);
  const learnt = (cen?.routers ?? []).flatMap((router) => router.tables.flatMap((table) => table.routes));
  const propagated = learnt.filter((one) => one.type.toLowerCase() === "propagated" && ids.includes(one.nextHopId));
  const announced = (cen?.regions ?? []).flatMap((region) =>
    region.routes.filter((one) => one.nextHopId === vpc.vpcId),
  );
  const found = own.length > 0 ? own : [...propagated, ...announced].map((route) => route.cidr);
  const known = [...new Set(found)].filter((cidr) => rangeOf(cidr) !== undefined);
  return known.length > 0 ? known : [vpc.address];
}

function admission(to: DescribedVpc, sources: readonly string[], traffic: readonly Traffic[]): readonly Finding[] {
  const { groups, name, account, opened } = to;
  if (groups === undefined) {
    return [{ is: "unread", what: say`the security groups of ${name} (account ${account})` }];
  }
  const block = groupBlock({ name, groups, ...(opened ? { opened } : {}) }, sources, traffic);
  return block ? [{ is: "block", block }] : [];
}

function verdictOn(to: string, findings: readonly Finding[]): PathVerdict {
  const blocks = findings.flatMap((one) => (one.is === "block" ? [one.block] : []));
  const stop = blocks.find((block) => !block.letsProbesPass);
  const firstBlock = stop ?? blocks[0];
  const unread = onceEach(findings.flatMap((one) => (one.is === "unread" ? [one.what] : [])));
  const parts = { to, ...(unread.length > 0 ? { unread } : {}) };
  if (firstBlock) return { ...parts, reachable: stop ? "no" : "probe-only", firstBlock };
  return { ...parts, reachable: unread.length > 0 ? "unread" : "proven" };
}

function onceEach(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}
