import { expect, it } from "vitest";
import { VPC1, VPC2, VPC3, type VpcOfThree } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { CEN1, SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import { createSimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import { ALL_PAIRS, reachingPairs, serverOf } from "../data-plane/three-vpcs.ts";
import { hub, shop } from "../direct-cloud.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { TwoPeople } from "./two-people.ts";

const RegionId = "ap-southeast-1";
const router = { CenId: CEN1, TransitRouterId: SINGAPORE_ROUTER, TransitRouterRouteTableId: SINGAPORE_TABLE };
const vpc3 = { InstanceId: `vpc-${VPC3.tail}`, InstanceType: "VPC", RegionId };
const grant = { ...vpc3, CenId: CEN1, CenOwnerId: hub, OrderType: "PayByCenOwner" };

/** All that the tutorial asks for, through the API. */
function done(): TwoPeople {
  const cloud = new TwoPeople(tutorialB);
  cloud.call("Cbn.GrantInstanceToTransitRouter", grant, shop);
  cloud.routeTo(cloud.attach(VPC3, router), VPC3);
  cloud.letIn(VPC1, [VPC2, VPC3]);
  cloud.letIn(VPC2, [VPC1, VPC3]);
  cloud.letIn(VPC3, [VPC1, VPC2]);
  return cloud;
}

function attachmentNames(cloud: TwoPeople): Map<string, string> {
  const flat = { CenId: CEN1, RegionId };
  const list: Record<string, string>[] = cloud.call(
    "Cbn.ListTransitRouterVpcAttachments",
    flat,
  ).TransitRouterAttachments;
  return new Map(list.map((one) => [one.TransitRouterAttachmentId ?? "", one.TransitRouterAttachmentName ?? ""]));
}

type Row = Record<string, string> & { NextHops: { NextHop: [{ NextHopType: string; NextHopId: string }] } };

/** As the tutorial prints a VPC's table; what it leaves out is the route to the cloud's own services. */
function vpcTable(cloud: TwoPeople, { tail, uid }: VpcOfThree): string[] {
  const flat = { RegionId, RouteTableId: `vtb-${tail}`, MaxResult: "100" };
  const rows: Row[] = cloud.call("Vpc.DescribeRouteEntryList", flat, uid).RouteEntrys.RouteEntry;
  const names = attachmentNames(cloud);
  const shown = rows.filter((row) => row.DestinationCidrBlock !== "100.64.0.0/10");
  expect(rows.length - shown.length).toBe(1);
  return shown.map(({ DestinationCidrBlock, Type, NextHops: { NextHop } }) => {
    const [{ NextHopType, NextHopId }] = NextHop;
    return `${DestinationCidrBlock} ${NextHopType === "local" ? "Local" : names.get(NextHopId)} ${Type}`;
  });
}

it("takes ten writes, after which all six ordered pairs reach each other", () => {
  const cloud = done();
  expect(cloud.writes).toBe(10);
  expect(reachingPairs(cloud.world)).toEqual(ALL_PAIRS);
  expect([cloud.world.state.locks, cloud.world.state.agenda]).toEqual([{}, []]);
});

it("each step is needed: the pairs before and after it", () => {
  const cloud = new TwoPeople(tutorialB);
  for (const vpc of [VPC1, VPC2, VPC3])
    cloud.letIn(
      vpc,
      [VPC1, VPC2, VPC3].filter((other) => other !== vpc),
    );
  expect(reachingPairs(cloud.world)).toEqual(["1>2", "2>1"]);
  cloud.call("Cbn.GrantInstanceToTransitRouter", grant, shop);
  const attachmentId = cloud.attach(VPC3, router);
  expect(reachingPairs(cloud.world)).toEqual(["1>2", "2>1"]);
  cloud.routeTo(attachmentId, VPC3);
  expect(reachingPairs(cloud.world)).toEqual(ALL_PAIRS);
});

it("TR (Singapore) has the tutorial's six rows", () => {
  const cloud = done();
  const flat = { TransitRouterRouteTableId: SINGAPORE_TABLE };
  const rows: Record<string, string>[] = cloud.call(
    "Cbn.ListTransitRouterRouteEntries",
    flat,
  ).TransitRouterRouteEntries;
  const names = attachmentNames(cloud);
  const shown = rows.map((row) => {
    const name = names.get(row.TransitRouterRouteEntryNextHopId ?? "");
    return `${row.TransitRouterRouteEntryDestinationCidrBlock} ${name} ${row.TransitRouterRouteEntryType}`;
  });
  expect(shown).toEqual([
    "10.0.0.0/24 attach1 Propagated",
    "10.0.1.0/24 attach1 Propagated",
    "172.16.0.0/24 attach2 Propagated",
    "172.16.1.0/24 attach2 Propagated",
    "192.168.0.0/24 attach3 Propagated",
    "192.168.1.0/24 attach3 Propagated",
  ]);
});

it.each([
  { name: "VPC1", vpc: VPC1 },
  { name: "VPC2", vpc: VPC2 },
  { name: "VPC3", vpc: VPC3 },
])("$name has the tutorial's five rows", ({ vpc }) => {
  expect(vpcTable(done(), vpc)).toEqual([
    `${vpc.net}.0.0/24 Local System`,
    `${vpc.net}.1.0/24 Local System`,
    `10.0.0.0/8 attach${vpc.number} Custom`,
    `172.16.0.0/12 attach${vpc.number} Custom`,
    `192.168.0.0/16 attach${vpc.number} Custom`,
  ]);
});

it("`ping 10.0.0.1` on ECS3 is answered through Cloud Assistant, in Base64", () => {
  const cloud = done();
  const run = {
    RegionId,
    Type: "RunShellScript",
    CommandContent: "ping -c 4 10.0.0.1",
    "InstanceId.1": serverOf(VPC3).id,
  };
  const { InvokeId } = cloud.call("Ecs.RunCommand", run, shop);
  const answer = cloud.call("Ecs.DescribeInvocationResults", { RegionId, InvokeId }, shop);
  const [result] = answer.Invocation.InvocationResults.InvocationResult;
  expect(result).toMatchObject({ InvocationStatus: "Success", ExitCode: 0 });
  expect(Buffer.from(result.Output, "base64").toString()).toContain(
    "4 packets transmitted, 4 received, 0% packet loss",
  );
});

it("without B's grant, or with one for another CEN or owner, A does not get VPC3", () => {
  const attach = (cloud: TwoPeople) => () => cloud.attach(VPC3, router);
  const refused = expect.objectContaining({ code: "Forbbiden.AttachChildInstanceAcrossUid" });
  const cloud = new TwoPeople(tutorialB);
  expect(attach(cloud)).toThrow(refused);
  cloud.call("Cbn.GrantInstanceToTransitRouter", { ...grant, CenId: "cen-another0another00" }, shop);
  cloud.call("Cbn.GrantInstanceToTransitRouter", { ...grant, CenOwnerId: "3000000000000003" }, shop);
  expect(attach(cloud)).toThrow(refused);
  cloud.call("Vpc.GrantInstanceToCen", { ...vpc3, CenId: CEN1, CenOwnerId: hub }, shop);
  expect(attach(cloud)()).toMatch(/^tr-attach-/);
});

it("B may not take the grant back while VPC3 is attached, by either product", () => {
  const cloud = done();
  const { OrderType: _, ...rule } = grant;
  expect(() => cloud.call("Cbn.RevokeInstanceFromTransitRouter", rule, shop)).toThrow();
  expect(() => cloud.call("Vpc.RevokeInstanceFromCen", rule, shop)).toThrow(
    expect.objectContaining({ code: "IncorrectStatus" }),
  );
});

it("each account's key is its own account's, and sees its own VPCs only", async () => {
  const cloud = createSimulatedCloud({ scenario: tutorialB });
  const seen = cloud.keys().map(async ({ account, keyId, secret }) => {
    const options = { key: { id: keyId, secret } };
    const { AccountId } = (await callCloud(cloud, "Sts.GetCallerIdentity", {}, options)).body;
    const { body } = await callCloud(cloud, "Vpc.DescribeVpcs", { RegionId }, options);
    const { Vpc } = body.Vpcs as { Vpc: { VpcName: string }[] };
    return { account, AccountId, vpcs: Vpc.map((one) => one.VpcName) };
  });
  expect(await Promise.all(seen)).toEqual([
    { account: "hub", AccountId: hub, vpcs: ["VPC1", "VPC2"] },
    { account: "shop", AccountId: shop, vpcs: ["VPC3"] },
  ]);
});
