import { expect, it } from "vitest";
import type { ChildAttachment } from "../../../src/simulator/cbn/things.ts";
import type { Ccn } from "../../../src/simulator/smartag/things.ts";
import type { Vpc } from "../../../src/simulator/vpc/things.ts";
import {
  type Bench,
  CCN,
  CEN,
  ccnChild,
  HANGZHOU,
  HUB,
  hangzhouChild,
  openBench,
  SANDBOX,
  SHOP,
  sandboxChild,
} from "./cbn-bench.ts";

async function statusOf(bench: Bench, childId: string): Promise<string | undefined> {
  const reply = await bench.call("DescribeCenAttachedChildInstances", { CenId: CEN });
  const found = reply.ChildInstances.ChildInstance.find(
    (one: { ChildInstanceId: string }) => one.ChildInstanceId === childId,
  );
  return found?.Status;
}

function vpc(bench: Bench, id: string): Vpc {
  return bench.world.find<Vpc>("vpc", id) as Vpc;
}

it("AttachCenChildInstance: shows a VPC as Attaching, then Attached, on both sides", async () => {
  const bench = openBench();
  await bench.call("AttachCenChildInstance", sandboxChild);
  expect(bench.lastCall()?.locks).toEqual([`cen:${CEN}`, `vpc:${SANDBOX}`]);
  expect(await statusOf(bench, SANDBOX)).toBe("Attaching");
  expect(bench.lastCall()?.transitional).toBe(true);
  expect(vpc(bench, SANDBOX).cens).toEqual([{ cenId: CEN, cenUid: HUB, status: "Attaching" }]);
  await bench.settle();
  expect(await statusOf(bench, SANDBOX)).toBe("Attached");
  expect(vpc(bench, SANDBOX).cens[0]?.status).toBe("Attached");
  expect(bench.world.state.locks).toEqual({});
});

it("AttachCenChildInstance: binds a CCN to the CEN only once it is Attached, with a Basic router in its own region", async () => {
  const bench = openBench();
  await bench.call("AttachCenChildInstance", ccnChild);
  expect(bench.world.find<Ccn>("ccn", CCN)?.cenId).toBeUndefined();
  const routers = { CenId: CEN, RegionId: "ccn-cn-shanghai" };
  expect((await bench.call("ListTransitRouters", routers)).TransitRouters[0]).toMatchObject({
    Type: "Basic",
    Status: "Creating",
  });
  await bench.settle();
  expect(bench.world.find<Ccn>("ccn", CCN)).toMatchObject({ cenId: CEN, cenUid: HUB });
  expect((await bench.call("ListTransitRouters", routers)).TransitRouters[0]).toMatchObject({
    Type: "Basic",
    Status: "Active",
  });
});

it("AttachCenChildInstance: refuses a second write on the CEN while the first is under way", async () => {
  const bench = openBench();
  await bench.call("AttachCenChildInstance", sandboxChild);
  expect(await bench.refused("AttachCenChildInstance", ccnChild)).toBe("500 Operation.Blocking");
  expect(await bench.refused("AttachCenChildInstance", sandboxChild)).toBe("409 InvalidOperation.ChildInstanceStatus");
  await bench.settle();
  await bench.call("AttachCenChildInstance", ccnChild);
});

it("AttachCenChildInstance: refuses what is attached already, wherever", async () => {
  const bench = openBench();
  const { CenId } = await bench.call("CreateCen");
  expect(await bench.refused("AttachCenChildInstance", { ...sandboxChild, CenId })).toBe(
    "409 InvalidOperation.CenInstanceStatus",
  );
  await bench.settle();
  const code = "409 InvalidOperation.ChildInstanceAlreadyAttached";
  expect(await bench.refused("AttachCenChildInstance", hangzhouChild)).toBe(code);
  expect(await bench.refused("AttachCenChildInstance", { ...hangzhouChild, CenId })).toBe(code);
});

it("AttachCenChildInstance: refuses unknown things, wrong regions and wrong types each with its own code", async () => {
  const bench = openBench();
  const refused = (fields: Record<string, string>) =>
    bench.refused("AttachCenChildInstance", { ...sandboxChild, ...fields });
  expect(await refused({ CenId: "cen-nobody" })).toBe("404 ParameterCenInstanceId");
  expect(await refused({ ChildInstanceId: "vpc-nobody" })).toBe("404 ParameterInstanceId");
  expect(await refused({ ChildInstanceType: "VBR" })).toBe("404 ParameterInstanceId");
  expect(await refused({ ChildInstanceType: "ECS" })).toBe("400 ParameterIllegal.ChildInstanceType");
  expect(await refused({ ChildInstanceRegionId: "us-west-1" })).toBe("400 ParameterIllegal.ChildInstanceRegionId");
  expect(await refused({ ChildInstanceId: "" })).toBe("400 MissingParameter");
  const asSmartagSpellsIt = { ...ccnChild, ChildInstanceRegionId: "cn-shanghai" };
  expect(await refused(asSmartagSpellsIt)).toBe("400 ParameterIllegal.ChildInstanceRegionId");
});

it("AttachCenChildInstance: refuses a VPC where Enterprise Edition is what a region gives today, but not a CCN", async () => {
  const bench = openBench({ switches: { basicVpcAttachments: false } });
  const { CenId } = await bench.call("CreateCen");
  await bench.settle();
  expect(await bench.refused("AttachCenChildInstance", { ...sandboxChild, CenId })).toBe(
    "400 OperationFailed.InvalidTransitRouter",
  );
  await bench.call("AttachCenChildInstance", { ...ccnChild, CenId });
});

it("AttachCenChildInstance: still takes a VPC today where the CEN holds a Basic router of old", async () => {
  const bench = openBench({ switches: { basicVpcAttachments: false } });
  await bench.call("AttachCenChildInstance", sandboxChild);
  await bench.settle();
  expect(await statusOf(bench, SANDBOX)).toBe("Attached");
});

it("AttachCenChildInstance: refuses a VPC beside an Enterprise router even on the legacy cloud", async () => {
  const bench = openBench();
  for (const router of bench.world.all("transit-router"))
    bench.change("transit-router", router.id, { edition: "Enterprise" });
  expect(await bench.refused("AttachCenChildInstance", sandboxChild)).toBe("400 OperationFailed.InvalidTransitRouter");
});

it("AttachCenChildInstance: refuses a CCN of the new access gateway generation", async () => {
  const bench = openBench();
  bench.change("ccn", CCN, { newAgw: true });
  expect(await bench.refused("AttachCenChildInstance", ccnChild)).toBe("400 InvalidParameter");
});

it("AttachCenChildInstance: refuses a VPC that is itself in transition", async () => {
  const bench = openBench();
  const vSwitch = bench.world.all("vswitch").find((one) => one.vpcId === SANDBOX)?.id ?? "";
  bench.change("vswitch", vSwitch, { status: "Pending" });
  expect(await bench.refused("AttachCenChildInstance", sandboxChild)).toBe("400 IncorrectStatus.VpcSwitch");
  bench.change("vswitch", vSwitch, { status: "Available" });
  bench.change("vpc", SANDBOX, { status: "Pending" });
  expect(await bench.refused("AttachCenChildInstance", sandboxChild)).toBe("400 OperationFailed.InvalidVpcStatus");
  bench.change("vpc", SANDBOX, { status: "Available" });
  const routeTableId = bench.world.all("route-table").find((one) => one.vpcId === SANDBOX)?.id;
  bench.world.put("route-entry", { id: "rte-1", uid: HUB, routeTableId, status: "Pending" });
  expect(await bench.refused("AttachCenChildInstance", sandboxChild)).toBe("400 IncorrectStatus.VpcRouteTable");
});

const foreign = { ...sandboxChild, ChildInstanceOwnerId: SHOP };

it("somebody else's VPC: is refused until its owner has granted it to this CEN, whether it exists or not", async () => {
  const bench = openBench();
  bench.change("vpc", SANDBOX, { uid: SHOP });
  const code = "409 Forbbiden.AttachChildInstanceAcrossUid";
  expect(await bench.refused("AttachCenChildInstance", sandboxChild)).toBe("404 ParameterInstanceId");
  expect(await bench.refused("AttachCenChildInstance", foreign)).toBe(code);
  expect(await bench.refused("AttachCenChildInstance", { ...foreign, ChildInstanceId: "vpc-nobody" })).toBe(code);
  const grant = {
    id: "g1",
    uid: SHOP,
    region: "cn-hangzhou",
    instanceId: SANDBOX,
    instanceType: "VPC",
    createdAt: 0,
  };
  bench.world.put("vpc-grant", { ...grant, cenId: "cen-other", cenUid: HUB });
  expect(await bench.refused("AttachCenChildInstance", foreign)).toBe(code);
  bench.world.put("vpc-grant", { ...grant, cenId: CEN, cenUid: HUB });
  await bench.call("AttachCenChildInstance", foreign);
  await bench.settle();
  const reply = await bench.call("DescribeCenAttachedChildInstances", { CenId: CEN });
  expect(reply.ChildInstances.ChildInstance[2]).toMatchObject({
    ChildInstanceId: SANDBOX,
    ChildInstanceOwnerId: Number(SHOP),
  });
});

it("somebody else's VPC: shows among the grant rules of the CEN's owner only", async () => {
  const bench = openBench();
  const grant = {
    id: "g1",
    uid: SHOP,
    region: "cn-hangzhou",
    instanceId: SANDBOX,
    instanceType: "VPC",
    createdAt: 0,
  };
  bench.world.put("vpc-grant", { ...grant, cenId: CEN, cenUid: HUB });
  const ccnGrant = { id: "g2", uid: SHOP, region: "cn-shanghai", ccnId: CCN, cenId: CEN, cenUid: HUB, createdAt: 0 };
  bench.world.put("ccn-grant", ccnGrant);
  const asked = { CenId: CEN, ProductType: "VPC" };
  const { GrantRules, TotalCount } = await bench.call("DescribeGrantRulesToCen", asked);
  expect(TotalCount).toBe(1);
  expect(GrantRules.GrantRule[0]).toMatchObject({ ChildInstanceId: SANDBOX, ChildInstanceOwnerId: Number(SHOP) });
  const ofCcns = await bench.call("DescribeGrantRulesToCen", { ...asked, ProductType: "CCN" });
  expect(ofCcns.GrantRules.GrantRule[0]).toMatchObject({
    ChildInstanceId: CCN,
    ChildInstanceRegionId: "ccn-cn-shanghai",
  });
  expect((await bench.asShop("DescribeGrantRulesToCen", asked)).GrantRules.GrantRule).toEqual([]);
});

it("somebody else's VPC: can be taken off by its owner, who names the CEN's owner", async () => {
  const bench = openBench();
  bench.change("cen-attachment", `${CEN}/${HANGZHOU}`, { childUid: SHOP });
  bench.change("vpc", HANGZHOU, { uid: SHOP });
  expect(await bench.refusedToShop("DetachCenChildInstance", hangzhouChild)).toBe("404 ParameterCenInstanceId");
  expect(await bench.refusedToShop("DetachCenChildInstance", { ...hangzhouChild, CenOwnerId: HUB })).toBe(
    "200 was answered",
  );
});

it("DetachCenChildInstance: is Detaching, then gone, on both sides", async () => {
  const bench = openBench();
  await bench.call("DetachCenChildInstance", hangzhouChild);
  expect(await statusOf(bench, HANGZHOU)).toBe("Detaching");
  expect(vpc(bench, HANGZHOU).cens[0]?.status).toBe("Detaching");
  expect(await bench.refused("DetachCenChildInstance", hangzhouChild)).toBe("409 InvalidOperation.ChildInstanceStatus");
  await bench.settle();
  expect(await statusOf(bench, HANGZHOU)).toBeUndefined();
  expect(vpc(bench, HANGZHOU).cens).toEqual([]);
  expect(await bench.refused("DetachCenChildInstance", hangzhouChild)).toBe("404 ParameterInstanceId");
});

it("DetachCenChildInstance: lets a CCN go", async () => {
  const bench = openBench();
  await bench.call("AttachCenChildInstance", ccnChild);
  await bench.settle();
  await bench.call("DetachCenChildInstance", ccnChild);
  expect(bench.world.find<Ccn>("ccn", CCN)?.cenId).toBe(CEN);
  await bench.settle();
  expect(bench.world.find<Ccn>("ccn", CCN)).not.toHaveProperty("cenId");
});

it("DetachCenChildInstance: refuses a type that does not fit", async () => {
  const wrong = { ...hangzhouChild, ChildInstanceType: "CCN" };
  expect(await openBench().refused("DetachCenChildInstance", wrong)).toBe("400 Forbidden.TypeInvalid");
});

it("looking at attachments: filters by region and type", async () => {
  const bench = openBench();
  const inAmerica = await bench.call("DescribeCenAttachedChildInstances", {
    CenId: CEN,
    ChildInstanceRegionId: "us-west-1",
  });
  expect(inAmerica.TotalCount).toBe(1);
  const ccns = await bench.call("DescribeCenAttachedChildInstances", { CenId: CEN, ChildInstanceType: "CCN" });
  expect(ccns.TotalCount).toBe(0);
  expect(await bench.refused("DescribeCenAttachedChildInstances", { CenId: "cen-nobody" })).toBe(
    "404 ParameterInstanceId",
  );
});

it("looking at attachments: describes one with its CIDRs, and says so when there is none", async () => {
  const bench = openBench();
  expect(await bench.call("DescribeCenAttachedChildInstanceAttribute", hangzhouChild)).toMatchObject({
    ChildInstanceName: "hangzhou-prod",
    Status: "Attached",
    ChildInstanceAttributes: { CidrBlock: "10.1.0.0/16" },
  });
  expect(await bench.refused("DescribeCenAttachedChildInstanceAttribute", ccnChild)).toBe("404 ParameterInstanceId");
});

it("AttachCenChildInstance: at most ten instances in a region of a CEN, and five regions", async () => {
  const inOneRegion = openBench();
  const attached = inOneRegion.world.all<ChildAttachment>("cen-attachment")[0] as ChildAttachment;
  const put = (bench: Bench, count: number, regionOf: (at: number) => string) => {
    for (let at = 0; at < count; at += 1) {
      const id = `${CEN}/vpc-${at}`;
      bench.world.put("cen-attachment", { ...attached, id, childId: `vpc-${at}`, childRegionId: regionOf(at) });
    }
  };
  put(inOneRegion, 9, () => "cn-hangzhou");
  expect(await inOneRegion.refused("AttachCenChildInstance", sandboxChild)).toBe("400 QuotaExceeded");
  expect(await inOneRegion.refused("AttachCenChildInstance", ccnChild)).toBe("200 was answered");
  const inManyRegions = openBench();
  put(inManyRegions, 3, (at) => `region-${at}`);
  expect(await inManyRegions.refused("AttachCenChildInstance", ccnChild)).toBe("400 QuotaExceeded");
  expect(await inManyRegions.refused("AttachCenChildInstance", sandboxChild)).toBe("200 was answered");
});
