import { Refusal } from "../action.ts";
import { freeAddresses } from "../vpc/shown-vswitch.ts";
import type { Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { enterpriseZones } from "./available-zones.ts";
import type { ZoneMapping } from "./things.ts";

/** Source: SDK model. */
const MOST_ZONES = 10;

/** `ZoneMappings.1.ZoneId` and `.VSwitchId`, as a request has them. */
export type AskedZone = { readonly ZoneId?: string; readonly VSwitchId?: string };

/** What an attachment has so far. */
interface Standing {
  readonly zoneMappings: readonly ZoneMapping[];
}

/**
 * One mapping a zone and a vSwitch: in a zone with Enterprise Edition, a vSwitch of that VPC and zone, with a free address for
 * the interface. One mapping is enough for the API. Source: API page and its codes.
 */
export function readZones(
  world: World,
  vpc: Vpc,
  asked: readonly AskedZone[],
  { zoneMappings }: Standing = { zoneMappings: [] },
): ZoneMapping[] {
  const zones = asked.map((one) => ({ zoneId: one.ZoneId ?? "", vSwitchId: one.VSwitchId ?? "", eniId: "" }));
  const all = [...zoneMappings, ...zones];
  if (all.length === 0 || all.length > MOST_ZONES) {
    throw new Refusal(400, "IllegalParam.ZoneMappings", "1 to 10 zone mappings are needed.");
  }
  if (isRepeated(all.map((one) => one.zoneId)) || isRepeated(all.map((one) => one.vSwitchId))) {
    throw new Refusal(400, "Duplicated.ZoneMapping", "A zone or a vSwitch is named twice.");
  }
  for (const zone of zones) requireFitting(world, vpc, zone);
  return zones;
}

function requireFitting(world: World, vpc: Vpc, { zoneId, vSwitchId }: ZoneMapping): void {
  if (!enterpriseZones(world, vpc.region).includes(zoneId)) {
    throw new Refusal(400, "IllegalParam.ZoneId", `Transit routers don't support the zone ${zoneId}.`);
  }
  const vSwitch = world.find<VSwitch>("vswitch", vSwitchId);
  if (vSwitch?.vpcId !== vpc.id) throw new Refusal(404, "InvalidVSwitchId.NotFound", "The vSwitch does not exist.");
  if (vSwitch.zoneId !== zoneId) throw new Refusal(400, "IllegalParam.VSwitchId", "The vSwitch is in another zone.");
  if (freeAddresses(world, vSwitch) < 1) {
    throw new Refusal(400, "InsufficientIpAddr.vsw", `The vSwitch ${vSwitchId} has no free address.`);
  }
}

function isRepeated(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
