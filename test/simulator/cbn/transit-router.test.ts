import { expect, it } from "vitest";
import { openBench } from "./cbn-bench.ts";
import { CEN1, openTutorialB, ROUTER, TABLE } from "./enterprise-bench.ts";

const inHangzhou = { CenId: CEN1, RegionId: "cn-hangzhou" };

async function seenRouter(bench: ReturnType<typeof openTutorialB>, TransitRouterId: string) {
  return (await bench.call("ListTransitRouters", { TransitRouterId })).TransitRouters[0];
}

it("CreateTransitRouter: an Enterprise router is Creating, then Active, and brings a System route table", async () => {
  const bench = openTutorialB();
  const named = { ...inHangzhou, TransitRouterName: "hub", "Tag.1.Key": "sagctl", "Tag.1.Value": "x" };
  const { TransitRouterId } = await bench.call("CreateTransitRouter", named);
  expect(TransitRouterId).toMatch(/^tr-bp1[a-z0-9]{18}$/);
  expect(bench.lastCall()?.locks).toEqual([`cen:${CEN1}`, `tr:${TransitRouterId}`]);
  expect(await seenRouter(bench, TransitRouterId)).toMatchObject({
    Type: "Enterprise",
    Status: "Creating",
    TransitRouterName: "hub",
  });
  expect(bench.lastCall()?.transitional).toBe(true);
  await bench.settle();
  expect(await seenRouter(bench, TransitRouterId)).toMatchObject({ Status: "Active" });
  const { TransitRouterRouteTables } = await bench.call("ListTransitRouterRouteTables", { TransitRouterId });
  expect(TransitRouterRouteTables).toMatchObject([
    { TransitRouterRouteTableType: "System", TransitRouterRouteTableStatus: "Active", RegionId: "cn-hangzhou" },
  ]);
  expect(bench.world.state.locks).toEqual({});
  const tagged = { "Tag.1.Key": "sagctl" };
  expect((await bench.call("ListTransitRouters", tagged)).TotalCount).toBe(1);
  expect((await bench.call("ListTransitRouters", { "Tag.1.Key": "other" })).TotalCount).toBe(0);
});

it("CreateTransitRouter: one a region and CEN, in no CCN's region, in none that the world has not", async () => {
  const bench = openTutorialB();
  const refused = (RegionId: string) => bench.refused("CreateTransitRouter", { CenId: CEN1, RegionId });
  expect(await refused("ap-southeast-1")).toBe("400 InstanceExist.TransitRouterInstance");
  expect(await refused("ccn-cn-shanghai")).toBe("400 OperationUnsupported.RegionId");
  expect(await refused("atlantis")).toBe("400 IllegalParam.RegionId");
  const named = { ...inHangzhou, TransitRouterName: "http://x" };
  expect(await bench.refused("CreateTransitRouter", named)).toBe("400 InvalidParameter");
  expect(await bench.refusedToShop("CreateTransitRouter", inHangzhou)).toBe("404 ParameterCenInstanceId");
});

it("CreateTransitRouter: needs the service, and the account in good standing", async () => {
  const bench = openTutorialB();
  const account = () => bench.world.account("1000000000000001");
  account().transitRouterServiceOpen = false;
  expect(await bench.refused("CreateTransitRouter", inHangzhou)).toBe("400 Forbbiden.TransitRouterServiceNotOpen");
  Object.assign(account(), { transitRouterServiceOpen: true, arrears: true });
  expect(await bench.refused("CreateTransitRouter", inHangzhou)).toBe("400 Forbidden.TransitRouterServiceExpired");
});

it("CreateTransitRouter: a legacy cloud has no Enterprise Edition", async () => {
  const bench = openBench();
  bench.world.account("1000000000000001").transitRouterServiceOpen = true;
  const asked = { CenId: "cen-a7k2m9x4q1w8e5r3t6", RegionId: "cn-beijing" };
  expect(await bench.refused("CreateTransitRouter", asked)).toBe("400 OperationUnsupported.RegionId");
});

it("CreateTransitRouter: the CEN takes one write at a time, the same token is answered alike", async () => {
  const bench = openTutorialB();
  const first = await bench.call("CreateTransitRouter", { ...inHangzhou, ClientToken: "t1" });
  expect(await bench.refused("CreateTransitRouter", { CenId: CEN1, RegionId: "cn-beijing" })).toBe(
    "500 Operation.Blocking",
  );
  const again = await bench.call("CreateTransitRouter", { ...inHangzhou, ClientToken: "t1" });
  expect(again.TransitRouterId).toBe(first.TransitRouterId);
  const other = { CenId: CEN1, RegionId: "cn-beijing", ClientToken: "t1" };
  expect(await bench.refused("CreateTransitRouter", other)).toBe("400 IdempotenceParam.NotMatch");
});

it("DryRun: CreateTransitRouter reports success as an error, UpdateTransitRouter answers; neither changes anything", async () => {
  const bench = openTutorialB();
  const dry = { ...inHangzhou, DryRun: "true", ClientToken: "t2" };
  expect(await bench.refused("CreateTransitRouter", dry)).toBe("400 DryRunOperation");
  const renamed = { RegionId: "ap-southeast-1", TransitRouterId: ROUTER, TransitRouterName: "singapore" };
  await bench.call("UpdateTransitRouter", { ...renamed, DryRun: "true", ClientToken: "t3" });
  expect(bench.lastCall()?.committed).toBe(false);
  expect(bench.world.state.locks).toEqual({});
  expect(await seenRouter(bench, ROUTER)).toMatchObject({ TransitRouterName: "", Status: "Active" });
  await bench.call("UpdateTransitRouter", { ...renamed, ClientToken: "t3" });
  expect(await seenRouter(bench, ROUTER)).toMatchObject({ TransitRouterName: "singapore", Status: "Modifying" });
  await bench.settle();
  expect(await seenRouter(bench, ROUTER)).toMatchObject({ Status: "Active" });
});

it("DeleteTransitRouter: not with connections, not with custom tables, not another account's", async () => {
  const bench = openTutorialB();
  expect(await bench.refused("DeleteTransitRouter", { TransitRouterId: ROUTER })).toBe(
    "409 InvalidOperation.AttachedChildInstanceExist",
  );
  expect(await bench.refusedToShop("DeleteTransitRouter", { TransitRouterId: ROUTER })).toBe("404 ParameterInstanceId");
  const { TransitRouterId } = await bench.call("CreateTransitRouter", inHangzhou);
  expect(await bench.refused("DeleteTransitRouter", { TransitRouterId })).toBe(
    "400 IncorrectStatus.TransitRouterInstance",
  );
  await bench.settle();
  await bench.call("CreateTransitRouterRouteTable", { TransitRouterId });
  await bench.settle();
  expect(await bench.refused("DeleteTransitRouter", { TransitRouterId })).toBe(
    "409 InvalidOperation.AttachedChildInstanceExist",
  );
});

it("DeleteTransitRouter: Deleting, then gone with its System table", async () => {
  const bench = openTutorialB();
  const { TransitRouterId } = await bench.call("CreateTransitRouter", inHangzhou);
  await bench.settle();
  await bench.call("DeleteTransitRouter", { TransitRouterId });
  expect(await seenRouter(bench, TransitRouterId)).toMatchObject({ Status: "Deleting" });
  await bench.settle();
  expect(await seenRouter(bench, TransitRouterId)).toBeUndefined();
  expect(bench.world.all("tr-route-table").map((one) => one.id)).toEqual([TABLE]);
  expect(await bench.refused("ListTransitRouterRouteTables", { TransitRouterId })).toBe(
    "400 InvalidTransitRouterId.NotFound",
  );
});

it("DeleteCen: not while a VPC is on an Enterprise router; an empty router goes with the CEN", async () => {
  const bench = openTutorialB();
  expect(await bench.refused("DeleteCen", { CenId: CEN1 })).toBe("409 InvalidOperation.AttachedChildInstanceExist");
  for (const one of bench.world.all("tr-attachment")) bench.world.remove("tr-attachment", one.id);
  await bench.call("DeleteCen", { CenId: CEN1 });
  await bench.settle();
  expect(bench.world.all("transit-router")).toEqual([]);
  expect(bench.world.all("tr-route-table")).toEqual([]);
});
