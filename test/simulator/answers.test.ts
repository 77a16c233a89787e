import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CCN, CEN } from "../../src/simulator/scenarios/put-backbone.ts";
import type { Gateway } from "../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, SECOND } from "./direct-cloud.ts";
import { activate, area, bind, order, route } from "./smartag/branch.ts";

// Published names and types of the answers; they lie beside the repository of those who have them.
const folder = new URL("../../../shared/openapi/", import.meta.url);

type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

/** What an answer has that its published shape has not, and what has another type. */
function strangers(value: unknown, shape: Shape | undefined, path: string): string[] {
  if (shape === undefined) return [`${path} is not published`];
  if (typeof shape === "string") return typeof value === shape ? [] : [`${path} is ${typeof value}, not ${shape}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return [...new Set(value.flatMap((one) => strangers(one, shape[0], `${path}[]`)))];
  }
  const members = shape as Readonly<Record<string, Shape>>;
  return Object.entries(value as object).flatMap(([name, inner]) => strangers(inner, members[name], `${path}.${name}`));
}

/** Each has its reason beside the line that gives it. */
const known: readonly string[] = [
  "DescribeCloudConnectNetworks.CloudConnectNetworks.CloudConnectNetwork[].IsDefault is not published",
  "DescribeRouteTableList.Code is not published",
  "DescribeRouteTableList.Message is not published",
  "DescribeRouteTableList.Success is not published",
  "DescribeSecurityGroupAttribute.Permissions.Permission[].Priority is number, not string",
];

function branchOnCen(cloud: DirectCloud): Record<string, string> {
  const SmartAGId = activate(cloud);
  route(cloud, SmartAGId, "172.16.0.0/12");
  bind(cloud, SmartAGId);
  const child = { ChildInstanceId: CCN, ChildInstanceType: "CCN", ChildInstanceRegionId: "ccn-cn-shanghai" };
  cloud.call("Cbn.AttachCenChildInstance", { CenId: CEN, ...child });
  cloud.pass(DAY);
  const [SmartAGSn = ""] = cloud.thing<Gateway>("gateway", SmartAGId).serialNumbers;
  return { ...area, SmartAGId, SmartAGSn };
}

const vpc = { RegionId: "cn-hangzhou", VpcId: "vpc-bp1hz0prod4k7m2x9q3w1" };
const instance = "i-bp1hz0web4k7m2x9q3w1";
const group = { RegionId: "cn-hangzhou", SecurityGroupId: "sg-bp1hz0web4k7m2x9q3w1" };

/** A call for every answer that has more than a request id. */
function everyAnswer(cloud: DirectCloud): [name: string, flat: Record<string, string>][] {
  const { SmartAGSn = "", ...gateway } = branchOnCen(cloud);
  const device = { ...gateway, SmartAGSn };
  cloud.call("Smartag.DiagnoseSmartAccessGateway", device);
  const script = {
    RegionId: "cn-hangzhou",
    Type: "RunShellScript",
    CommandContent: "ping 10.0.0.10",
    "InstanceId.1": instance,
  };
  const { InvokeId } = cloud.call("Ecs.RunCommand", script);
  cloud.call("Smartag.GrantInstanceToCbn", {
    ...area,
    CcnInstanceId: CCN,
    CenInstanceId: "cen-x",
    CenUid: "2000000000000002",
  });
  const grant = { RegionId: "cn-hangzhou", InstanceId: vpc.VpcId, InstanceType: "VPC" };
  cloud.call("Vpc.GrantInstanceToCen", { ...grant, CenId: "cen-x", CenOwnerId: "2000000000000002" });
  cloud.pass(10 * SECOND);
  return [
    ["Smartag.CreateSmartAccessGateway", order],
    ["Smartag.CreateCloudConnectNetwork", { ...area, Name: "branches" }],
    ["Smartag.UpgradeSmartAccessGateway", { ...gateway, AutoPay: "true", BandWidthSpec: "20" }],
    ["Smartag.DescribeSmartAccessGateways", area],
    ["Smartag.DescribeSmartAccessGatewayAttribute", gateway],
    ["Smartag.DescribeBindableSmartAccessGateways", { ...area, CcnId: CCN }],
    ["Smartag.DescribeCloudConnectNetworks", area],
    ["Smartag.DescribeGrantRules", area],
    ["Smartag.DescribeRegions", {}],
    ["Smartag.DescribeRouteDistributionStrategies", { ...gateway, SourceType: "local" }],
    ["Smartag.DescribeSAGDeviceInfo", device],
    ["Smartag.DescribeSagWanList", device],
    ["Smartag.DescribeSagLanList", device],
    ["Smartag.DiscribeSmartAccessGatewayDiagnosisReport", device],
    ["Smartag.GetSmartAccessGatewayUseLimit", area],
    ["Smartag.GetCloudConnectNetworkUseLimit", area],
    ["Vpc.DescribeVpcs", { RegionId: "cn-hangzhou" }],
    ["Vpc.DescribeVpcAttribute", vpc],
    ["Vpc.DescribeVSwitches", vpc],
    ["Vpc.DescribeVSwitchAttributes", { VSwitchId: "vsw-bp1hz0prod4k7m2x9q3w1" }],
    ["Vpc.DescribeRouteTableList", vpc],
    ["Vpc.DescribeRouteEntryList", { RegionId: "cn-hangzhou", RouteTableId: "vtb-bp1hz0prod4k7m2x9q3w1" }],
    ["Vpc.DescribeGrantRulesToCen", grant],
    ["Vpc.DescribeRegions", {}],
    ["Vpc.DescribeZones", { RegionId: "cn-hangzhou" }],
    ["Ecs.DescribeInstances", { RegionId: "cn-hangzhou" }],
    ["Ecs.DescribeSecurityGroups", { RegionId: "cn-hangzhou" }],
    ["Ecs.DescribeSecurityGroupAttribute", group],
    ["Ecs.DescribeRegions", {}],
    ["Ecs.DescribeCloudAssistantStatus", { RegionId: "cn-hangzhou" }],
    ["Ecs.DescribeInvocationResults", { RegionId: "cn-hangzhou", InvokeId }],
  ];
}

describe.skipIf(!existsSync(folder))(
  "every answer fits its published shape (skipped without ../shared/openapi)",
  () => {
    const cloud = new DirectCloud();
    test.each(everyAnswer(cloud))("%s", (name, flat) => {
      const [product = "", action = ""] = name.split(".");
      const published = JSON.parse(readFileSync(new URL(`${product.toLowerCase()}.json`, folder), "utf8"));
      const found = strangers(cloud.call(name, flat), published.actions[action].response, action);
      expect(found).toEqual(known.filter((one) => one.startsWith(`${action}.`)));
    });
  },
);

test("the comparison sees what is not published and what has another type", () => {
  const shape: Shape = { A: "string", B: { C: [{ D: "number" }] } };
  expect(strangers({ A: 1, B: { C: [{ D: 1, E: 2 }] } }, shape, "X")).toEqual([
    "X.A is number, not string",
    "X.B.C[].E is not published",
  ]);
});
