import { expect, it } from "vitest";
import {
  attach3,
  attachVpc3,
  CEN1,
  grantOfVpc3,
  openTutorialB,
  seenAttachment,
  shopCall,
  VPC1,
  VPC3,
} from "./enterprise-bench.ts";

const seenByHub = { CenId: CEN1, ProductType: "VPC" };
const seenByShop = { ResourceId: VPC3, ProductType: "VPC", RegionId: "ap-southeast-1" };
const vSwitches = { CenId: CEN1, RegionId: "ap-southeast-1", VpcId: VPC3 };

it("a grant shows on both sides, each in its own shape, and opens the VPC's vSwitches to the CEN's owner", async () => {
  const bench = openTutorialB();
  expect((await bench.call("ListGrantVSwitchesToCen", vSwitches)).VSwitches).toEqual([]);
  await shopCall(bench, "GrantInstanceToTransitRouter", grantOfVpc3);
  const { GrantRules } = await bench.call("DescribeGrantRulesToCen", seenByHub);
  expect(GrantRules.GrantRule).toMatchObject([
    { ChildInstanceId: VPC3, ChildInstanceOwnerId: 2000000000000002, OrderType: "PayByCenOwner" },
  ]);
  const rules = (await shopCall(bench, "DescribeGrantRulesToResource", seenByShop)).GrantRules;
  expect(rules).toMatchObject([{ CenId: CEN1, CenOwnerId: 1000000000000001, OrderType: "PayByCenOwner" }]);
  const seen = (await bench.call("ListGrantVSwitchesToCen", vSwitches)).VSwitches;
  expect(seen.map((one: { ZoneId: string }) => one.ZoneId)).toEqual(["ap-southeast-1a", "ap-southeast-1b"]);
  const inZoneB = await bench.call("ListGrantVSwitchesToCen", { ...vSwitches, ZoneId: "ap-southeast-1b" });
  expect(inZoneB.TotalCount).toBe(1);
});

it("a grant to a wrong CEN or owner is not noticed: the other side just doesn't see the VPC", async () => {
  const bench = openTutorialB();
  await shopCall(bench, "GrantInstanceToTransitRouter", { ...grantOfVpc3, CenId: "cen-nobody" });
  await shopCall(bench, "GrantInstanceToTransitRouter", { ...grantOfVpc3, CenOwnerId: "3000000000000003" });
  expect((await shopCall(bench, "DescribeGrantRulesToResource", seenByShop)).TotalCount).toBe(2);
  expect((await bench.call("DescribeGrantRulesToCen", seenByHub)).TotalCount).toBe(0);
  expect(await bench.refused("CreateTransitRouterVpcAttachment", attach3)).toBe(
    "409 Forbbiden.AttachChildInstanceAcrossUid",
  );
});

it("only its owner grants a VPC, and sees what it granted", async () => {
  const bench = openTutorialB();
  expect(await bench.refused("GrantInstanceToTransitRouter", grantOfVpc3)).toBe("404 ParameterInstanceId");
  const theirs = { ...grantOfVpc3, InstanceId: VPC1 };
  expect(await bench.refusedToShop("GrantInstanceToTransitRouter", theirs)).toBe("404 ParameterInstanceId");
  await shopCall(bench, "GrantInstanceToTransitRouter", grantOfVpc3);
  expect((await bench.call("DescribeGrantRulesToResource", seenByShop)).GrantRules).toEqual([]);
  expect(await bench.refusedToShop("ListGrantVSwitchesToCen", vSwitches)).toBe("404 ParameterCenInstanceId");
});

it("granting again changes nothing, and a VPC under change is not granted", async () => {
  const bench = openTutorialB();
  await shopCall(bench, "GrantInstanceToTransitRouter", grantOfVpc3);
  await shopCall(bench, "GrantInstanceToTransitRouter", { ...grantOfVpc3, OrderType: "PayByResourceOwner" });
  expect((await shopCall(bench, "DescribeGrantRulesToResource", seenByShop)).GrantRules).toMatchObject([
    { OrderType: "PayByCenOwner" },
  ]);
  bench.world.state.locks[`vpc:${VPC3}`] = "CreateVSwitch";
  expect(await bench.refusedToShop("GrantInstanceToTransitRouter", grantOfVpc3)).toBe(
    "400 OperationFailed.TaskConflict",
  );
});

it("the payer of the grant is the attachment's; changed it is in the grant first, then on the attachment", async () => {
  const bench = openTutorialB();
  const id = await attachVpc3(bench);
  expect(await seenAttachment(bench, id)).toMatchObject({ OrderType: "PayByCenOwner" });
  const byShop = { TransitRouterAttachmentId: id, OrderType: "PayByResourceOwner" };
  expect(await bench.refused("UpdateTransitRouterVpcAttachmentAttribute", byShop)).toBe("400 InvalidParameter");
  const changed = { CenId: CEN1, InstanceId: VPC3, OrderType: "PayByResourceOwner" };
  expect(await bench.refusedToShop("ModifyGrantInstanceToTransitRouter", changed)).toBe(
    "400 Forbidden.ResourceOwnerTransitRouterServiceNotOpen",
  );
  await shopCall(bench, "OpenTransitRouterService", {});
  await shopCall(bench, "ModifyGrantInstanceToTransitRouter", changed);
  expect((await shopCall(bench, "DescribeGrantRulesToResource", seenByShop)).GrantRules).toMatchObject([
    { OrderType: "PayByResourceOwner", EffectiveOrderType: "PayByCenOwner" },
  ]);
  await bench.call("UpdateTransitRouterVpcAttachmentAttribute", byShop);
  expect(await seenAttachment(bench, id)).toMatchObject({ OrderType: "PayByResourceOwner", Status: "Modifying" });
  await bench.settle();
  expect((await bench.call("DescribeGrantRulesToCen", seenByHub)).GrantRules.GrantRule).toMatchObject([
    { EffectiveOrderType: "PayByResourceOwner" },
  ]);
});

it("RevokeInstanceFromTransitRouter: not while the VPC is attached, and only what was granted", async () => {
  const bench = openTutorialB();
  const id = await attachVpc3(bench);
  expect(await bench.refusedToShop("RevokeInstanceFromTransitRouter", grantOfVpc3)).toBe("400 IncorrectStatus");
  await bench.call("DeleteTransitRouterVpcAttachment", { TransitRouterAttachmentId: id });
  await bench.settle();
  await shopCall(bench, "RevokeInstanceFromTransitRouter", grantOfVpc3);
  expect((await bench.call("DescribeGrantRulesToCen", seenByHub)).TotalCount).toBe(0);
  expect(await bench.refusedToShop("RevokeInstanceFromTransitRouter", grantOfVpc3)).toBe(
    "404 InvalidInstanceId.NotFound",
  );
});
