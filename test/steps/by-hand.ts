import { randomUUID } from "node:crypto";
import { deletePackage, unassociatePackage } from "../../src/api/bandwidth-packages.ts";
import type { Write } from "../../src/api/call.ts";
import { unbindGateway } from "../../src/api/ccns.ts";
import { detachChild } from "../../src/api/cen-children.ts";
import { revokeIngress } from "../../src/api/ecs.ts";
import { setStaticRoutes } from "../../src/api/gateways.ts";
import { setConnection } from "../../src/api/region-connections.ts";
import { fillIn } from "../../src/engine/call-hash.ts";
import type { StepName } from "../../src/keys.ts";
import type { SecurityGroup } from "../../src/simulator/ecs/things.ts";
import type { Rig } from "../support/rig.ts";

const account = "hub";
const area = "mainland-china";
const cen = "cen-a7k2m9x4q1w8e5r3t6";
const ccn = "ccn-4kd82hx0pq7m3v9zt1";
const toAmerica = ["cn-hangzhou", "us-west-1"] as const;
const ccnToAmerica = ["ccn-cn-shanghai", "us-west-1"] as const;

/** What somebody does in the console to the finished tutorial-a, and what sagctl should send to mend it. */
export interface HandChange {
  readonly step: StepName;
  readonly what: string;
  readonly writes: (rig: Rig) => readonly Write[];
  readonly mendedBy: readonly string[];
  /** What is mended by an order needs a person's word. */
  readonly isBought?: true;
}

/** Steps of which nothing can be changed in the console, and why. */
export const unchangeable: Readonly<Record<StepName, string>> = {
  purchase: "a gateway can be deleted only when its subscription is over",
  connect: "a parcel that has arrived has arrived",
  activate: "an activation cannot be taken back",
  ping: "a ping leaves nothing behind",
  grant: "all VPCs of tutorial A are the hub's own; test/cli/two-accounts has the others",
  "transit-router":
    "one of Basic Edition comes and goes with its networks; test/steps/transit-router.test.ts has the others",
  "route-tables": "a router of Basic Edition has one table for all; test/steps/isolation.test.ts has the others",
  "vpc-routes": "Basic Edition teaches its VPCs by itself; test/steps/vpc-routes.test.ts has the others",
};

export const handChanges: readonly HandChange[] = [
  {
    step: "region-connection",
    what: "a connection is lowered",
    writes: () => [setConnection({ account, cen, between: toAmerica, bandwidthMbps: 2 })],
    mendedBy: ["SetCenInterRegionBandwidthLimit"],
  },
  {
    step: "region-connection",
    what: "a connection is removed",
    writes: () => [setConnection({ account, cen, between: ccnToAmerica, bandwidthMbps: 0 })],
    mendedBy: ["SetCenInterRegionBandwidthLimit"],
  },
  {
    step: "static-routes",
    what: "the static routes are replaced",
    writes: (rig) => [setStaticRoutes({ account, area, id: gatewayOf(rig), cidrs: ["192.168.77.0/24"] })],
    mendedBy: ["ModifySmartAccessGateway"],
  },
  {
    step: "security-group",
    what: "the rule is removed",
    writes: (rig) => [revokeIngress({ account, region: "us-west-1", ...lastRuleOf(rig, "sg-rj9sv0web8d5n1c6t2y4") })],
    mendedBy: ["AuthorizeSecurityGroup"],
  },
  {
    step: "ccn-bind",
    what: "the gateway is taken off the CCN",
    writes: (rig) => [unbindGateway({ account, area, gateway: gatewayOf(rig), ccn })],
    mendedBy: ["BindSmartAccessGateway"],
  },
  {
    step: "cen-bind",
    what: "the CCN is taken off the CEN",
    writes: () => [
      setConnection({ account, cen, between: ccnToAmerica, bandwidthMbps: 0 }),
      detachChild({ account, cen, child: ccn, type: "CCN", region: "ccn-cn-shanghai" }),
    ],
    mendedBy: ["AttachCenChildInstance", "SetCenInterRegionBandwidthLimit"],
  },
  {
    step: "attach",
    what: "a VPC is taken off the CEN",
    writes: () => [
      setConnection({ account, cen, between: toAmerica, bandwidthMbps: 0 }),
      detachChild({ account, cen, child: "vpc-bp1hz0prod4k7m2x9q3w1", type: "VPC", region: "cn-hangzhou" }),
    ],
    mendedBy: ["AttachCenChildInstance", "SetCenInterRegionBandwidthLimit"],
  },
  {
    step: "bandwidth-package",
    what: "the package is deleted",
    isBought: true,
    writes: (rig) => [
      setConnection({ account, cen, between: toAmerica, bandwidthMbps: 0 }),
      setConnection({ account, cen, between: ccnToAmerica, bandwidthMbps: 0 }),
      unassociatePackage({ account, cen, package: packageOf(rig) }),
      deletePackage({ account, package: packageOf(rig) }),
    ],
    mendedBy: [
      "AssociateCenBandwidthPackage",
      "CreateCenBandwidthPackage",
      "SetCenInterRegionBandwidthLimit",
      "SetCenInterRegionBandwidthLimit",
    ],
  },
];

/** Sends writes as the console does, one after the other, each when the cloud has done the one before. */
export async function doByHand(rig: Rig, writes: readonly Write[]): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const write of writes) {
    const call = fillIn(write.call, { token: randomUUID(), marker: "by hand" });
    outcomes.push((await rig.inWorld((world) => world.cloud.send(call))).is);
    await rig.cloud.advanceTo(rig.cloud.now() + 10 * 60_000);
  }
  return outcomes;
}

function gatewayOf(rig: Rig): string {
  return rig.cloud.world.all("gateway")[0]?.id ?? "";
}

function packageOf(rig: Rig): string {
  return rig.cloud.world.all("cen-package")[0]?.id ?? "";
}

function lastRuleOf(rig: Rig, id: string): { readonly id: string; readonly ruleIds: readonly string[] } {
  const rules = rig.cloud.world.find<SecurityGroup>("security-group", id)?.rules ?? [];
  return { id, ruleIds: rules.slice(-1).map((rule) => rule.id) };
}
