import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import type { SimulatedCloudOptions } from "../../../src/simulator/simulated-cloud.ts";
import { openBench } from "./cbn-bench.ts";

export const CEN1 = "cen-b3t8n5w1y6j0s4f7d2";
export const ROUTER = "tr-t4nc1r5x9b2m6v0k4z8p3";
export const TABLE = "vtb-t4nq7e1w4u8i2o5a9s3d6";
export const ATTACH1 = "tr-attach-1a9d4f7h2k5m8n3p6q";
export const ATTACH2 = "tr-attach-2b0e5g8j3m6n9p4q7r";
export const VPC1 = "vpc-t4nvpc1k7m2x9q3w1a8b5";
export const VPC2 = "vpc-t4nvpc2d8n5c1t6y4e9f2";
export const VPC3 = "vpc-t4nvpc3h3j0s6u2z7g4p8";
export const TABLE_OF_VPC1 = "vtb-t4nvpc1k7m2x9q3w1a8b5";
export const TABLE_OF_VPC3 = "vtb-t4nvpc3h3j0s6u2z7g4p8";

/** Tutorial B as it begins: VPC1 and VPC2 of the hub on CEN1 in Singapore, VPC3 of the shop alone. */
export function openTutorialB(options: Partial<SimulatedCloudOptions> = {}) {
  return openBench({ scenario: tutorialB, ...options });
}

type Bench = ReturnType<typeof openTutorialB>;

export const grantOfVpc3 = {
  InstanceId: VPC3,
  InstanceType: "VPC",
  CenId: CEN1,
  CenOwnerId: "1000000000000001",
  RegionId: "ap-southeast-1",
};

export const attach3 = {
  CenId: CEN1,
  TransitRouterId: ROUTER,
  VpcId: VPC3,
  VpcOwnerId: "2000000000000002",
  TransitRouterAttachmentName: "attach3",
  "ZoneMappings.1.ZoneId": "ap-southeast-1a",
  "ZoneMappings.1.VSwitchId": "vsw-t4nvpc3h3j0s6u2z7g4p8",
  "ZoneMappings.2.ZoneId": "ap-southeast-1b",
  "ZoneMappings.2.VSwitchId": "vsw-t4nvsb3h3j0s6u2z7g4p8",
};

/** A call of the other account that has to succeed. */
export async function shopCall(bench: Bench, name: string, params: Record<string, string>) {
  const body = await bench.asShop(name, params);
  if (body.Code !== undefined) throw new Error(`${name}: ${body.Code} ${body.Message}`);
  return body;
}

/** VPC3 granted by the shop and attached by the hub: the attachment's id. */
export async function attachVpc3(bench: Bench, grant: Record<string, string> = {}): Promise<string> {
  await shopCall(bench, "GrantInstanceToTransitRouter", { ...grantOfVpc3, ...grant });
  const { TransitRouterAttachmentId } = await bench.call("CreateTransitRouterVpcAttachment", attach3);
  await bench.settle();
  return TransitRouterAttachmentId;
}

/** The one VPC attachment of an id, as its list shows it; undefined when it is gone. */
export async function seenAttachment(bench: Bench, TransitRouterAttachmentId: string) {
  const list = await bench.call("ListTransitRouterVpcAttachments", { CenId: CEN1, TransitRouterAttachmentId });
  return list.TransitRouterAttachments[0];
}

/** `destination next-hop status` of a router's table. */
export async function routes(bench: Bench, table: string, status = "Active"): Promise<string[]> {
  const asked = { TransitRouterRouteTableId: table, TransitRouterRouteEntryStatus: status, MaxResults: "100" };
  const { TransitRouterRouteEntries } = await bench.call("ListTransitRouterRouteEntries", asked);
  return TransitRouterRouteEntries.map((one: Record<string, string>) =>
    [
      one.TransitRouterRouteEntryDestinationCidrBlock,
      one.TransitRouterRouteEntryNextHopId ?? one.TransitRouterRouteEntryNextHopType,
      one.TransitRouterRouteEntryStatus,
    ].join(" "),
  );
}
