import type { RouterAssociation, RouterPropagation, VpcRouterAttachment } from "../cbn/things.ts";
import type { RouteEntry, Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { HUB } from "./accounts.ts";
import { monthsAgo } from "./months-ago.ts";
import { type VpcOfThree, vSwitchTails } from "./put-three-vpcs.ts";
import { CEN1, SINGAPORE_ROUTER, SINGAPORE_TABLE } from "./put-transit-router.ts";

export const ATTACHMENTS = {
  1: "tr-attach-1a9d4f7h2k5m8n3p6q",
  2: "tr-attach-2b0e5g8j3m6n9p4q7r",
  3: "tr-attach-3c1f6h9k4n7p0q5r8s",
} as const;

/**
 * A VPC on the router in Singapore, with all that the console does by default: association with and propagation to the default
 * table, and three routes. Source: the tutorial's route description.
 */
export function connectToSingapore(world: World, vpc: VpcOfThree): void {
  const attachmentId = ATTACHMENTS[vpc.number];
  putAttachment(world, vpc, attachmentId);
  const its = {
    uid: HUB,
    attachmentId,
    routerId: SINGAPORE_ROUTER,
    tableId: SINGAPORE_TABLE,
    status: "Active",
  } as const;
  const association: RouterAssociation = { ...its, id: `${attachmentId}/${SINGAPORE_ROUTER}` };
  world.put("tr-association", association);
  const propagation: RouterPropagation = { ...its, id: `${attachmentId}/${SINGAPORE_TABLE}` };
  world.put("tr-propagation", propagation);
  for (const [at, cidr] of ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].entries()) {
    putRoute(world, vpc, cidr, at);
  }
}

function putAttachment(world: World, vpc: VpcOfThree, id: string): void {
  const [zoneA, zoneB] = vpc.zones;
  const [tailA, tailB] = vSwitchTails(vpc);
  const attachment: VpcRouterAttachment = {
    id,
    uid: HUB,
    resourceType: "VPC",
    name: `attach${vpc.number}`,
    description: "",
    cenId: CEN1,
    routerId: SINGAPORE_ROUTER,
    regionId: vpc.region,
    status: "Attached",
    autoPublish: false,
    createdAt: monthsAgo(world, 5),
    tags: [],
    vpcId: `vpc-${vpc.tail}`,
    vpcOwnerId: vpc.uid,
    zoneMappings: [
      { zoneId: zoneA, vSwitchId: `vsw-${tailA}`, eniId: `eni-${tailA}` },
      { zoneId: zoneB, vSwitchId: `vsw-${tailB}`, eniId: `eni-${tailB}` },
    ],
    orderType: "PayByCenOwner",
  };
  world.put("tr-attachment", attachment);
  const attached = world.find<Vpc>("vpc", attachment.vpcId);
  if (!attached) throw new Error(`The scenario has no ${attachment.vpcId}.`);
  world.put("vpc", { ...attached, cens: [{ cenId: CEN1, cenUid: HUB, status: "Attached" }] } satisfies Vpc);
}

function putRoute(world: World, vpc: VpcOfThree, destinationCidrBlock: string, at: number): void {
  const entry: RouteEntry = {
    id: `rte-${vpc.tail.slice(0, 3)}r${at}${vpc.tail.slice(5)}`,
    uid: vpc.uid,
    region: vpc.region,
    routeTableId: `vtb-${vpc.tail}`,
    name: "",
    description: "",
    destinationCidrBlock,
    type: "Custom",
    nextHopType: "Attachment",
    nextHopId: ATTACHMENTS[vpc.number],
    status: "Available",
    modifiedAt: monthsAgo(world, 5),
  };
  world.put("route-entry", entry);
}
