import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { ParameterRule } from "../../../src/simulator/action.ts";
import { actions } from "../../../src/simulator/cbn/index.ts";
import { associatedPackage, betweenVpcs, CEN, ccnChild, chinaAmerica, hangzhouChild, openBench } from "./cbn-bench.ts";
import {
  ATTACH1,
  attach3,
  CEN1,
  grantOfVpc3,
  openTutorialB,
  ROUTER,
  shopCall,
  TABLE,
  TABLE_OF_VPC1,
  VPC1,
  VPC3,
} from "./enterprise-bench.ts";

const file = new URL("../../../../shared/openapi/cbn.json", import.meta.url);
const isHere = existsSync(file);

interface Published {
  readonly metadata: { readonly parameters: Record<string, unknown> };
  readonly request: Record<string, unknown>;
  readonly response: Record<string, unknown>;
}

function published(name: string): Published {
  return JSON.parse(readFileSync(file, "utf8")).actions[name];
}

const wireTypes: Record<ParameterRule["type"], readonly string[]> = {
  string: ["String", "Long"],
  integer: ["Integer", "Long"],
  boolean: ["Boolean"],
  json: ["String"],
  list: ["list"],
};

/** What a reply has that the published one has not, by path. */
function strangers(reply: unknown, model: unknown, path = ""): string[] {
  if (Array.isArray(reply)) return reply.flatMap((one) => strangers(one, (model as unknown[])[0], `${path}[]`));
  if (typeof reply !== "object" || reply === null) {
    const type = typeof reply;
    return type === model || (path.endsWith("CreateTime") && type === "string") ? [] : [`${path} is a ${type}`];
  }
  return Object.entries(reply).flatMap(([name, value]) => {
    const known = (model as Record<string, unknown> | undefined)?.[name];
    return known === undefined ? [`${path}.${name}`] : strangers(value, known, `${path}.${name}`);
  });
}

for (const action of actions) {
  it.skipIf(!isHere)(`${action.name} takes only published parameters, with their types and required marks`, () => {
    const { parameters } = published(action.name).metadata;
    for (const [name, rule] of Object.entries(action.parameters)) {
      const type = parameters[`${name}*`] ?? parameters[name];
      expect(wireTypes[rule.type], name).toContain(Array.isArray(type) || type === "RepeatList" ? "list" : type);
    }
    const required = Object.entries(action.parameters).filter(([, rule]) => rule.required);
    const marked = Object.keys(parameters).filter((name) => name.endsWith("*"));
    expect(required.map(([name]) => `${name}*`).sort()).toEqual(marked.sort());
  });
}

it.skipIf(!isHere)("replies have only published fields, each with its type", async () => {
  const bench = openBench({ scenario: "tutorial-a-half-done" });
  const compared = async (name: string, params: Record<string, string> = {}) => {
    expect(strangers(await bench.call(name, params), published(name).response), name).toEqual([]);
    await bench.settle();
  };
  await associatedPackage(bench);
  await compared("AttachCenChildInstance", ccnChild);
  await compared("SetCenInterRegionBandwidthLimit", { ...betweenVpcs, BandwidthLimit: "5" });
  await compared("CreateCen");
  await compared("CreateCenBandwidthPackage", chinaAmerica);
  await compared("OpenTransitRouterService");
  await compared("CheckTransitRouterService");
  await compared("DescribeCens");
  await compared("DescribeCenAttachedChildInstances", { CenId: CEN });
  await compared("DescribeCenAttachedChildInstanceAttribute", hangzhouChild);
  await compared("DescribeCenBandwidthPackages");
  await compared("DescribeCenInterRegionBandwidthLimits", { CenId: CEN });
  await compared("DescribeCenRegionDomainRouteEntries", { CenId: CEN, CenRegionId: "us-west-1" });
  await compared("DescribePublishedRouteEntries", hangzhouChild);
  await compared("DescribeChildInstanceRegions");
  await compared("DescribeCenGeographicSpans");
  await compared("ListTransitRouters", { CenId: CEN });
  await compared("ListTransitRouterAvailableResource", { RegionId: "cn-hangzhou" });
  const grant = { id: "g", uid: "2000000000000002", region: "cn-hangzhou", instanceId: "vpc-x", instanceType: "VPC" };
  bench.world.put("vpc-grant", { ...grant, cenId: CEN, cenUid: "1000000000000001", createdAt: 0 });
  await compared("DescribeGrantRulesToCen", { CenId: CEN, ProductType: "VPC" });
});

it.skipIf(!isHere)("replies of the Enterprise Edition have only published fields, each with its type", async () => {
  const bench = openTutorialB({ switches: { hubMayRouteInSpokes: true } });
  const compared = async (name: string, params: Record<string, string> = {}, body?: unknown) => {
    const reply = body ?? (await bench.call(name, params));
    expect(strangers(reply, published(name).response), name).toEqual([]);
    await bench.settle();
    return reply as Record<string, string>;
  };
  const granted = { ResourceId: VPC3, ProductType: "VPC" };
  await shopCall(bench, "GrantInstanceToTransitRouter", grantOfVpc3);
  const rules = await shopCall(bench, "DescribeGrantRulesToResource", granted);
  await compared("DescribeGrantRulesToResource", {}, rules);
  await compared("DescribeGrantRulesToCen", { CenId: CEN1, ProductType: "VPC" });
  await compared("ListGrantVSwitchesToCen", { CenId: CEN1, RegionId: "ap-southeast-1", VpcId: VPC3 });
  await compared("CreateTransitRouterVpcAttachment", attach3);
  const { TransitRouterId = "" } = await compared("CreateTransitRouter", { CenId: CEN1, RegionId: "cn-hangzhou" });
  const ends = { TransitRouterId: ROUTER, PeerTransitRouterId: TransitRouterId };
  const transfer = { BandwidthType: "DataTransfer", Bandwidth: "10" };
  await compared("CreateTransitRouterPeerAttachment", { ...ends, ...transfer });
  await compared("CreateTransitRouterRouteTable", { TransitRouterId });
  const route = { TransitRouterRouteTableId: TABLE, TransitRouterRouteEntryDestinationCidrBlock: "10.9.0.0/16" };
  const hop = { TransitRouterRouteEntryNextHopType: "Attachment", TransitRouterRouteEntryNextHopId: ATTACH1 };
  await compared("CreateTransitRouterRouteEntry", { ...route, ...hop });
  await compared("ListTransitRouterVpcAttachments", { CenId: CEN1 });
  await compared("ListTransitRouterPeerAttachments", { CenId: CEN1 });
  await compared("DescribeCenInterRegionBandwidthLimits", { CenId: CEN1 });
  await compared("ListTransitRouterRouteTables", { TransitRouterId });
  await compared("ListTransitRouterRouteTableAssociations", { TransitRouterRouteTableId: TABLE });
  await compared("ListTransitRouterRouteTablePropagations", { TransitRouterRouteTableId: TABLE });
  await compared("ListTransitRouterRouteEntries", { TransitRouterRouteTableId: TABLE });
  const vpc1 = { ChildInstanceRouteTableId: TABLE_OF_VPC1, TransitRouterAttachmentId: ATTACH1 };
  await compared("ListCenChildInstanceRouteEntriesToAttachment", vpc1);
  const child = { CenId: CEN1, ChildInstanceType: "VPC", ChildInstanceId: VPC1 };
  await compared("DescribeCenChildInstanceRouteEntries", child);
});
