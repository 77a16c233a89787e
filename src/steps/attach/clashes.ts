import type { ChildSeen, RegionRoute } from "../../api/cbn.ts";
import { listVpcs, type VpcSeen } from "../../api/vpc.ts";
import type { Look, Verdict } from "../../engine/step.ts";
import { guard } from "../../engine/verdicts.ts";
import { overlaps, parseCidr } from "../../network/addresses.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { describeClash, findClashes, type Occupied } from "../../network/preflight.ts";
import { say } from "../../text.ts";
import { occupiedBy } from "../static-routes/occupied.ts";
import { always, readCenRoutes } from "./cen-routes.ts";

interface OnCen {
  readonly cen: string;
  readonly children: readonly ChildSeen[];
}

/** What a VPC that is to join the CEN must keep clear of: the file's other VPCs, and what others have there. */
export async function readNeighbours(look: Look, network: Network, vpc: Vpc, on: OnCen): Promise<readonly Occupied[]> {
  if (network.goal.allowOverlap) return [];
  const strangers = on.children.filter((child) => !network.vpcs.some((one) => one.id === child.id));
  const others = [...network.vpcs.filter((one) => one.id !== vpc.id), ...vpcsAmong(strangers, network)];
  const readable = others.filter((one) => look.holds(one.account));
  const [vpcs, routes] = await Promise.all([
    Promise.all(readable.map(({ account, region }) => look.read(listVpcs({ account, region }), always))),
    strangers.length === 0 ? [] : readCenRoutes(look, network, on.cen, on.children),
  ]);
  const seen = vpcs.flat();
  const known = readable.filter((one) => seen.some((there) => there.id === one.id));
  return [...occupiedBy({ ...network, vpcs: known }, seen, [], routes), ...ofOtherOffices(routes, network)];
}

function vpcsAmong(children: readonly ChildSeen[], { hub }: Network): readonly Vpc[] {
  const vpcs = children.filter((child) => child.type === "VPC");
  return vpcs.map(({ id, region }) => ({ id, region, name: "on the CEN too", account: hub, verify: [] }));
}

/** What other gateways bring to the CEN; the file's own branches are compared with its VPCs by `static-routes`. */
function ofOtherOffices(routes: readonly RegionRoute[], { branches }: Network): readonly Occupied[] {
  const own = branches.flatMap((branch) => branch.cidrs);
  const others = routes.filter(({ nextHopType, cidr }) => nextHopType === "CCN" && !own.some((one) => isIn(cidr, one)));
  return others.map(({ cidr, nextHopId }) => ({ label: `gateway on ${nextHopId}`, cidr, kind: "gateway" }));
}

function isIn(cidr: string, block: string): boolean {
  const canonical = parseCidr(cidr)?.cidr;
  return canonical !== undefined && overlaps(canonical, block);
}

/** The guard that names both, before any write; undefined when nothing clashes. */
export function judgeClashes(seen: VpcSeen, { name }: Vpc, neighbours: readonly Occupied[]): Verdict | undefined {
  const cidrs = [seen.cidr, ...seen.secondaryCidrs].flatMap((cidr) => parseCidr(cidr)?.cidr ?? []);
  const joining = { name, label: `${seen.id} (${name})`, cidrs, where: `vpcs.${name}` };
  const [first, ...more] = findClashes([joining], neighbours);
  if (!first) return undefined;
  return guard(
    describeClash(first),
    ...more.map(describeClash),
    say`Leave ${name} out of the network file, or name a VPC with other addresses: a VPC cannot be renumbered`,
    say`Or --allow-overlap for who knows better: where the two overlap only one of them is reached`,
  );
}
