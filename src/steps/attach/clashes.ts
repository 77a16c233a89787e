import type { ChildSeen } from "../../api/cen-children.ts";
import type { RegionRoute } from "../../api/cens.ts";
import { listVpcs, type VpcSeen } from "../../api/vpc.ts";
import type { Look } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
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
  const [{ seen, known, told }, routes] = await Promise.all([
    readOtherVpcs(look, network, vpc, strangers),
    strangers.length === 0 ? [] : readCenRoutes(look, network, on.cen, on.children),
  ]);
  return [...occupiedBy({ ...network, vpcs: known }, seen, [], routes), ...told, ...ofOtherOffices(routes, network)];
}

type Stranger = Pick<ChildSeen, "id" | "type" | "region">;

interface OtherVpcs {
  readonly seen: readonly VpcSeen[];
  readonly known: readonly Vpc[];
  /** Addresses that the file alone tells. */
  readonly told: readonly Occupied[];
}

/** The other VPCs with their addresses, as far as this run's keys or the file show them. */
export async function readOtherVpcs(
  look: Look,
  network: Network,
  vpc: Vpc,
  strangers: readonly Stranger[],
): Promise<OtherVpcs> {
  const others = [...network.vpcs.filter((one) => one.id !== vpc.id), ...vpcsAmong(strangers, network)];
  const readable = others.filter((one) => look.holds(one.account));
  const lists = readable.map(({ account, region }) => look.read(listVpcs({ account, region }), always));
  const seen = (await Promise.all(lists)).flat();
  const known = readable.filter((one) => seen.some((there) => there.id === one.id));
  return { seen, known, told: others.filter((one) => !look.holds(one.account)).flatMap(toldBlocks) };
}

function toldBlocks({ id, name, cidrs = [] }: Vpc): readonly Occupied[] {
  return cidrs.map((cidr) => ({ label: `${id} (${name})`, cidr, kind: "vpc" }));
}

function vpcsAmong(children: readonly Stranger[], { hub }: Network): readonly Vpc[] {
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

/** The file names a VPC that is not there. */
export function noSuchVpc({ id, region, name }: Vpc): Verdict {
  return guard(say`There is no VPC ${id} in ${region}`, say`Correct vpcs.${name} in the network file`);
}

/** The addresses of a VPC, as its owner sees them or as the file tells them. */
export function blocksOf(seen: VpcSeen | undefined, vpc: Vpc): readonly string[] {
  return seen ? [seen.cidr, ...seen.secondaryCidrs] : (vpc.cidrs ?? []);
}

/** The guard that names both, before any write; undefined when nothing clashes. */
export function judgeClashes(
  blocks: readonly string[],
  { name, id }: Vpc,
  neighbours: readonly Occupied[],
): Verdict | undefined {
  const cidrs = blocks.flatMap((cidr) => parseCidr(cidr)?.cidr ?? []);
  const joining = { name, label: `${id} (${name})`, cidrs, where: `vpcs.${name}` };
  const [first, ...more] = findClashes([joining], neighbours);
  if (!first) return undefined;
  return guard(
    describeClash(first),
    ...more.map(describeClash),
    say`Leave ${name} out of the network file, or name a VPC with other addresses: a VPC cannot be renumbered`,
    say`Or --allow-overlap for who knows better: where the two overlap only one of them is reached`,
  );
}
