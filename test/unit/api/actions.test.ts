import { describe, expect, test } from "vitest";
import { actions, kindOf, permissionOf } from "../../../src/api/actions.ts";
import { createPackage } from "../../../src/api/bandwidth-packages.ts";
import type { ApiCall, Bills } from "../../../src/api/call.ts";
import { attachChild } from "../../../src/api/cen-children.ts";
import { everyProbe, everyRead, everyWrite, nameOf } from "../../api/every-call.ts";

const hub = { account: "hub" };
const cen = "cen-a7k2m9x4q1w8e5r3t6";

test("every row of the table has a maker, and every write a row", () => {
  const made = new Set(everyWrite.map((write) => nameOf(write.call)));
  expect([...made].sort()).toEqual(actions.map((row) => `${row.product} ${row.action}`).sort());
});

test("every call is of its kind: a read never stands in the table of writes, and a command on an instance is neither", () => {
  const kinds = (calls: readonly ApiCall[]) => [...new Set(calls.map(kindOf))];
  expect(kinds(everyRead.map((read) => read.call))).toEqual(["read"]);
  expect(kinds(everyWrite.map((write) => write.call))).toEqual(["write"]);
  expect(kinds(everyProbe)).toEqual(["probe"]);
});

const gateway = "gateway:sag-h4lfd0ne7k2m9x4q1w";
const ccn = "ccn:ccn-4kd82hx0pq7m3v9zt1";
const bandwidthPackage = "package:cenbwp-4c2zaavbvh5fx0dtnq";
const router = "tr:tr-rj9c1r5x9b2m6v0k4z8p3";
const vpc = "vpc:vpc-rj9sv0prod8d5n1c6t2y4";
const group = "group:sg-rj9sv0web8d5n1c6t2y4";
const bothRouters = [`cen:${cen}`, router, "tr:tr-uf6c1r5x9b2m6v0k4z8p3"];

const expectedLocks = {
  CreateSmartAccessGateway: [],
  ActivateSmartAccessGateway: [gateway],
  ModifySmartAccessGateway: [gateway],
  BindSerialNumber: [gateway],
  UnbindSerialNumber: [gateway],
  UpgradeSmartAccessGateway: [gateway],
  DowngradeSmartAccessGateway: [gateway],
  DeleteSmartAccessGateway: [gateway],
  CreateCloudConnectNetwork: [],
  DeleteCloudConnectNetwork: [ccn],
  BindSmartAccessGateway: [gateway, ccn],
  UnbindSmartAccessGateway: [gateway, ccn],
  CreateCen: [],
  DeleteCen: [`cen:${cen}`],
  AttachCenChildInstance: [`cen:${cen}`, ccn],
  DetachCenChildInstance: [`cen:${cen}`, ccn],
  CreateCenBandwidthPackage: [],
  AssociateCenBandwidthPackage: [`cen:${cen}`, bandwidthPackage],
  UnassociateCenBandwidthPackage: [`cen:${cen}`, bandwidthPackage],
  ModifyCenBandwidthPackageSpec: [bandwidthPackage],
  DeleteCenBandwidthPackage: [bandwidthPackage],
  SetCenInterRegionBandwidthLimit: [`cen:${cen}`],
  OpenTransitRouterService: ["router-service:hub"],
  CreateTransitRouter: [`cen:${cen}`],
  DeleteTransitRouter: [router, `cen:${cen}`],
  GrantInstanceToTransitRouter: [vpc],
  ModifyGrantInstanceToTransitRouter: [vpc],
  RevokeInstanceFromTransitRouter: [vpc],
  CreateTransitRouterVpcAttachment: [router, vpc],
  UpdateTransitRouterVpcAttachmentAttribute: [router, vpc],
  DeleteTransitRouterVpcAttachment: [router, vpc],
  CreateTransitRouterPeerAttachment: bothRouters,
  UpdateTransitRouterPeerAttachmentAttribute: bothRouters,
  DeleteTransitRouterPeerAttachment: bothRouters,
  CreateTransitRouterRouteTable: [router],
  DeleteTransitRouterRouteTable: [router],
  AssociateTransitRouterAttachmentWithRouteTable: [router],
  DissociateTransitRouterAttachmentFromRouteTable: [router],
  ReplaceTransitRouterRouteTableAssociation: [router],
  EnableTransitRouterRouteTablePropagation: [router],
  DisableTransitRouterRouteTablePropagation: [router],
  CreateRouteEntry: [vpc],
  DeleteRouteEntry: [vpc],
  CreateVSwitch: [vpc],
  DeleteVSwitch: [vpc],
  AuthorizeSecurityGroup: [group],
  RevokeSecurityGroup: [group],
};

test("what each write locks", () => {
  const locks = Object.fromEntries(everyWrite.map((write) => [write.call.action, write.locks]));
  expect(locks).toEqual(expectedLocks);
});

test("attaching a VPC locks the CEN and the VPC", () => {
  const write = attachChild({ ...hub, cen, child: "vpc-bp1", type: "VPC", region: "cn-hangzhou" });
  expect(write.locks).toEqual([`cen:${cen}`, "vpc:vpc-bp1"]);
});

describe("repeat rules", () => {
  const of = (repeat: string) => actions.filter((row) => row.repeat === repeat).map((row) => row.action);

  test("two calls have neither a token nor a key, so a marker", () => {
    expect(of("marker")).toEqual(["CreateSmartAccessGateway", "CreateCloudConnectNetwork"]);
  });

  test("a token goes with exactly the calls that are repeated by token", () => {
    const withToken = everyWrite.filter((write) => "ClientToken" in write.call.params);
    expect(new Set(withToken.map((write) => write.call.action))).toEqual(new Set(of("token")));
  });

  test("what is ordered, and may be there twice; what is billed by use, and may not", () => {
    const billed = (bills: Bills) => actions.filter((row) => row.bills === bills).map((row) => row.action);
    expect(billed("order")).toEqual([
      "CreateSmartAccessGateway",
      "UpgradeSmartAccessGateway",
      "DowngradeSmartAccessGateway",
      "CreateCenBandwidthPackage",
      "ModifyCenBandwidthPackageSpec",
    ]);
    expect(billed("use")).toEqual([
      "CreateTransitRouterVpcAttachment",
      "CreateTransitRouterPeerAttachment",
      "UpdateTransitRouterPeerAttachmentAttribute",
    ]);
  });
});

describe("RAM actions", () => {
  test("Cbn's begin with cen, not cbn", () => {
    expect(
      createPackage({ ...hub, areas: ["China", "Europe"], bandwidthMbps: 2, charge: "POSTPAY", name: "x" }),
    ).toEqual(expect.objectContaining({ permission: "cen:CreateCenBandwidthPackage" }));
  });

  test("orders need BSS permissions of other names than the calls", () => {
    expect(permissionOf({ product: "BssOpenApi", action: "QueryOrders" })).toBe("bss:DescribeOrderList");
    expect(permissionOf({ product: "BssOpenApi", action: "GetOrderDetail" })).toBe("bss:DescribeOrderDetail");
  });

  test("a probe's is product and action too", () => {
    expect(everyProbe.map(permissionOf)).toEqual(["ecs:RunCommand"]);
  });

  test("a read's is product and action", () => {
    const call = { product: "Smartag", action: "DescribeSmartAccessGateways" } as const;
    expect(permissionOf(call)).toBe("smartag:DescribeSmartAccessGateways");
  });
});
