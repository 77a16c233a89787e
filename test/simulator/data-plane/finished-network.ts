import type { SecurityGroupRule } from "../../../src/simulator/ecs/things.ts";
import { createSimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import type { World } from "../../../src/simulator/world.ts";

const CEN = "cen-a7k2m9x4q1w8e5r3t6";
const CCN = "ccn-4kd82hx0pq7m3v9zt1";
const HUB = "1000000000000001";

export const inHangzhou = { id: "i-bp1hz0web4k7m2x9q3w1", address: "10.1.0.10", vpcId: "vpc-bp1hz0prod4k7m2x9q3w1" };
export const inSiliconValley = {
  id: "i-rj9sv0web8d5n1c6t2y4",
  address: "10.0.0.10",
  vpcId: "vpc-rj9sv0prod8d5n1c6t2y4",
};

/** A rule that lets the branch's pings in, changed as a test wants it. */
export function rule(fields: Partial<SecurityGroupRule> = {}): SecurityGroupRule {
  const usual = { direction: "ingress", ipProtocol: "ICMP", portRange: "-1/-1", policy: "Accept" } as const;
  return { id: "sgr-1", cidr: "172.16.0.0/12", priority: 1, description: "", createdAt: 0, ...usual, ...fields };
}

/** Tutorial A at its end, put there as things: no call is sent. */
export function openFinished() {
  const { world }: { world: World } = createSimulatedCloud({ scenario: "tutorial-a-half-done" });
  const attached = { uid: HUB, cenId: CEN, childUid: HUB, status: "Attached", attachedAt: world.now };
  const ccn = { childId: CCN, childType: "CCN", childRegionId: "ccn-cn-shanghai" };
  world.put("cen-attachment", { id: `${CEN}/${CCN}`, ...attached, ...ccn });
  const router = { cenId: CEN, regionId: "ccn-cn-shanghai", edition: "Basic", status: "Active" };
  world.put("transit-router", { id: "tr-ccn", uid: HUB, ...router });
  world.put("cen-package", { id: "cenbwp-1", uid: HUB, businessStatus: "Normal", status: "InUse", cenId: CEN });
  const connect = (localRegionId: string, oppositeRegionId: string, bandwidthMbps: number, fields: object = {}) => {
    const connection = { cenId: CEN, localRegionId, oppositeRegionId, packageId: "cenbwp-1", status: "Active" };
    world.put("cen-connection", {
      id: `${localRegionId}/${oppositeRegionId}`,
      uid: HUB,
      ...connection,
      bandwidthMbps,
      ...fields,
    });
  };
  connect("cn-hangzhou", "us-west-1", 5);
  connect("ccn-cn-shanghai", "us-west-1", 5);
  for (const group of world.all("security-group")) {
    world.put("security-group", {
      ...group,
      rules: [
        ...(group.rules as SecurityGroupRule[]),
        rule(),
        rule({ ipProtocol: "TCP", portRange: "443/443", cidr: "0.0.0.0/0" }),
      ],
    });
  }
  return { world, connect };
}
