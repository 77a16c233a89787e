import type { Cen, ChildAttachment, TransitRouter } from "../cbn/things.ts";
import type { Ccn } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { HUB } from "./accounts.ts";
import { monthsAgo } from "./months-ago.ts";

export const CEN = "cen-a7k2m9x4q1w8e5r3t6";
export const CCN = "ccn-4kd82hx0pq7m3v9zt1";

/** What tutorial A asks for before it begins: a CEN, and the default CCN. */
export function putBackbone(world: World): void {
  const cen: Cen = {
    id: CEN,
    uid: HUB,
    name: "global",
    description: "",
    status: "Active",
    protectionLevel: "REDUCED",
    createdAt: monthsAgo(world, 5),
    tags: [],
  };
  world.put("cen", cen);
  const ccn: Ccn = {
    id: CCN,
    uid: HUB,
    region: "cn-shanghai",
    name: "default",
    description: "",
    cidrBlock: "192.168.0.0/16",
    snatCidrBlock: "",
    isDefault: true,
    newAgw: false,
    interworkingStatus: "enable",
    createdAt: monthsAgo(world, 5),
  };
  world.put("ccn", ccn);
}

/** A VPC on the CEN, and the Basic Edition router that came with it. */
export function attachVpc(world: World, vpcId: string, routerId: string): void {
  const vpc = world.find<Vpc>("vpc", vpcId);
  if (!vpc) throw new Error(`The scenario has no ${vpcId}.`);
  const at = monthsAgo(world, 5);
  const attachment: ChildAttachment = {
    id: `${CEN}/${vpcId}`,
    uid: HUB,
    cenId: CEN,
    childId: vpcId,
    childType: "VPC",
    childRegionId: vpc.region,
    childUid: HUB,
    status: "Attached",
    attachedAt: at,
  };
  world.put("cen-attachment", attachment);
  world.put("vpc", { ...vpc, cens: [{ cenId: CEN, cenUid: HUB, status: "Attached" }] } satisfies Vpc);
  const router: TransitRouter = {
    id: routerId,
    uid: HUB,
    cenId: CEN,
    regionId: vpc.region,
    edition: "Basic",
    status: "Active",
    name: "",
    description: "",
    createdAt: at,
    tags: [],
  };
  world.put("transit-router", router);
}
