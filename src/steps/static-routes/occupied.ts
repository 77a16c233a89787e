import type { RegionRoute } from "../../api/cens.ts";
import type { GatewaySeen } from "../../api/gateways.ts";
import type { VpcSeen } from "../../api/vpc.ts";
import type { Network } from "../../network/network.ts";
import type { Occupied } from "../../network/preflight.ts";

/** Every block of addresses that a branch must keep clear of, as far as the cloud shows it. */
export function occupiedBy(
  network: Network,
  vpcs: readonly VpcSeen[],
  otherGateways: readonly GatewaySeen[],
  routes: readonly RegionRoute[],
): readonly Occupied[] {
  const ours = network.vpcs.flatMap((vpc) => {
    const seen = vpcs.find((one) => one.id === vpc.id);
    return seen ? ofVpc(seen, vpc.name) : [];
  });
  const known = new Set(network.vpcs.map((vpc) => vpc.id));
  const strange = routes.filter((route) => !known.has(route.nextHopId)).flatMap(ofRoute);
  return [...ours, ...otherGateways.flatMap(ofGateway), ...strange];
}

function ofVpc(vpc: VpcSeen, name: string): readonly Occupied[] {
  const label = `${vpc.id} (${name})`;
  const secondary = vpc.secondaryCidrs.map((cidr) => ({
    label: `${label}, secondary block`,
    cidr,
    kind: "secondary" as const,
  }));
  return [{ label, cidr: vpc.cidr, kind: "vpc" }, ...secondary];
}

function ofGateway(gateway: GatewaySeen): readonly Occupied[] {
  const label = `gateway ${gateway.id} (${gateway.name || "unnamed"})`;
  return gateway.cidrs.map((cidr) => ({ label, cidr, kind: "gateway" }));
}

/** Other VPCs of the CEN show their vSwitches here, VBRs what they have learnt; a CCN's are those of gateways. */
function ofRoute(route: RegionRoute): readonly Occupied[] {
  const { cidr, nextHopType, nextHopId } = route;
  if (nextHopType === "VBR") return [{ label: `VBR ${nextHopId}`, cidr, kind: "vbr" }];
  if (nextHopType === "VPC") return [{ label: `vSwitch of ${nextHopId}, on the CEN too`, cidr, kind: "vswitch" }];
  return [];
}
