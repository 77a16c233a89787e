import { isStatus } from "../../api/is-status.ts";
import type { ZoneMapping } from "../../api/vpc-attachments.ts";
import type { Vpc } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";

/** A vSwitch of the VPC, as its owner sees it or as it is granted: then without free addresses and status. */
export interface Candidate {
  readonly id: string;
  readonly zone: string;
  readonly freeAddresses?: number;
  readonly status?: string;
}

export type ZoneChoice =
  | { readonly is: "chosen"; readonly zones: readonly ZoneMapping[] }
  /** Fewer zones than the router wants; `missing`: where a vSwitch could be made, one for each that lacks. */
  | { readonly is: "too-few"; readonly zones: readonly ZoneMapping[]; readonly missing: readonly string[] }
  /** What the file names will not do. */
  | { readonly is: "wrong"; readonly because: Text };

/** Two, in different zones, wherever a region has several; the API itself takes one. Source: product page of VPC connections. */
const WANTED_ZONES = 2;

/** Through which zones a VPC is attached: as the file says, else the vSwitches with the most free addresses, then by id. */
export function chooseZones(vpc: Vpc, offered: readonly string[], all: readonly Candidate[]): ZoneChoice {
  if (vpc.vSwitches) return asNamed(vpc, vpc.vSwitches, offered, all);
  const usable = all.filter((one) => offered.includes(one.zone) && hasRoom(one)).toSorted(byRoom);
  const bestOfZone = usable.filter((one, at) => usable.findIndex((other) => other.zone === one.zone) === at);
  const wanted = Math.min(WANTED_ZONES, Math.max(1, offered.length));
  const zones = zonesOf(bestOfZone.slice(0, wanted));
  if (zones.length === wanted) return { is: "chosen", zones };
  const free = offered.filter((zone) => !zones.some((one) => one.zone === zone));
  return { is: "too-few", zones, missing: free.slice(0, wanted - zones.length) };
}

function asNamed(vpc: Vpc, ids: readonly string[], offered: readonly string[], all: readonly Candidate[]): ZoneChoice {
  const named: Candidate[] = [];
  for (const id of ids) {
    const one = all.find((other) => other.id === id);
    const because = one ? unfit(one, vpc, offered, named) : strange(id, vpc, all);
    if (because) return { is: "wrong", because };
    if (one) named.push(one);
  }
  return { is: "chosen", zones: zonesOf(named) };
}

function strange(id: string, vpc: Vpc, all: readonly Candidate[]): Text {
  const its = all.map((one) => `${one.id} in ${one.zone}`).join(", ") || "none";
  return say`vSwitch ${id} does not belong to ${vpc.id} (${vpc.name}), whose vSwitches are: ${its}`;
}

function unfit(one: Candidate, vpc: Vpc, offered: readonly string[], before: readonly Candidate[]): Text | undefined {
  const { id, zone } = one;
  if (!offered.includes(zone)) {
    return say`vSwitch ${id} is in ${zone}, which transit routers of ${vpc.region} do not support; they support ${offered.join(", ")}`;
  }
  const other = before.find((known) => known.zone === zone);
  if (other) return say`vSwitches ${other.id} and ${id} are both in ${zone}: an attachment takes one for each zone`;
  return hasRoom(one) ? undefined : say`vSwitch ${id} has no free address for the transit router's network interface`;
}

/** The router takes one address of each vSwitch. */
function hasRoom({ freeAddresses, status = "Available" }: Candidate): boolean {
  return freeAddresses !== 0 && isStatus(status, "Available");
}

function byRoom(one: Candidate, other: Candidate): number {
  return (other.freeAddresses ?? 0) - (one.freeAddresses ?? 0) || (one.id < other.id ? -1 : 1);
}

function zonesOf(chosen: readonly Candidate[]): readonly ZoneMapping[] {
  const zones = chosen.map(({ id, zone }) => ({ zone, vSwitch: id }));
  return zones.toSorted(byZone);
}

/** The order in which an attachment names its zones, always the same. */
export function byZone(one: ZoneMapping, other: ZoneMapping): number {
  return one.zone < other.zone ? -1 : 1;
}
