import { expect, test } from "vitest";
import { createSimulatedCloud, type SimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { buyGateway } from "./buy-gateway.ts";

const HOUR = 3_600_000;
const CenId = "cen-a7k2m9x4q1w8e5r3t6";
const CcnId = "ccn-4kd82hx0pq7m3v9zt1";
const BRANCH = "172.16.0.0/12";

/** Sends a write that must succeed, and lets what it began come to its end. */
async function write(cloud: SimulatedCloud, name: string, params: Record<string, string>) {
  const { body } = await callCloud(cloud, name, params);
  expect([name, body.Code, body.Message]).toEqual([name, undefined, undefined]);
  await cloud.advanceTo(cloud.now() + HOUR / 12);
  return body;
}

async function setUpGateway(cloud: SimulatedCloud): Promise<void> {
  const { gatewayId: SmartAGId } = await buyGateway(cloud);
  await cloud.advanceTo(cloud.now() + 50 * HOUR);
  const gateway = { RegionId: "cn-shanghai", SmartAGId };
  await write(cloud, "Smartag.ActivateSmartAccessGateway", gateway);
  const routes = { RoutingStrategy: "static", CidrBlock: BRANCH };
  await write(cloud, "Smartag.ModifySmartAccessGateway", { ...gateway, ...routes });
  await write(cloud, "Smartag.BindSmartAccessGateway", { ...gateway, CcnId });
}

async function connectRegions(cloud: SimulatedCloud): Promise<void> {
  const ccn = { ChildInstanceId: CcnId, ChildInstanceType: "CCN", ChildInstanceRegionId: "ccn-cn-shanghai" };
  await write(cloud, "Cbn.AttachCenChildInstance", { CenId, ...ccn });
  const { CenBandwidthPackageId } = await write(cloud, "Cbn.CreateCenBandwidthPackage", {
    GeographicRegionAId: "China",
    GeographicRegionBId: "North-America",
    Bandwidth: "10",
    BandwidthPackageChargeType: "POSTPAY",
    AutoPay: "true",
  });
  const bought = { CenBandwidthPackageId: String(CenBandwidthPackageId) };
  await write(cloud, "Cbn.AssociateCenBandwidthPackage", { CenId, ...bought });
  for (const LocalRegionId of ["cn-hangzhou", "ccn-cn-shanghai"]) {
    const limit = { LocalRegionId, OppositeRegionId: "us-west-1", BandwidthLimit: "5" };
    await write(cloud, "Cbn.SetCenInterRegionBandwidthLimit", { CenId, ...limit });
  }
}

async function openGroups(cloud: SimulatedCloud): Promise<void> {
  const groups = { "cn-hangzhou": "sg-bp1hz0web4k7m2x9q3w1", "us-west-1": "sg-rj9sv0web8d5n1c6t2y4" };
  for (const [RegionId, SecurityGroupId] of Object.entries(groups)) {
    await write(cloud, "Ecs.AuthorizeSecurityGroup", {
      RegionId,
      SecurityGroupId,
      "Permissions.1.IpProtocol": "ICMP",
      "Permissions.1.PortRange": "-1/-1",
      "Permissions.1.SourceCidrIp": BRANCH,
    });
  }
}

test("the tutorial's eleven writes lead from the box to service traffic into both VPCs, with two orders", async () => {
  const cloud = createSimulatedCloud({ scenario: "tutorial-a" });
  const arrives = () =>
    ["10.1.0.10", "10.0.0.10"].map(
      (to) => cloud.probe({ from: { cidr: BRANCH }, to, protocol: "icmp", class: "service" }).arrives,
    );
  expect(arrives()).toEqual([false, false]);
  await setUpGateway(cloud);
  await openGroups(cloud);
  expect(arrives()).toEqual([false, false]);
  await connectRegions(cloud);
  expect(arrives()).toEqual([true, true]);
  expect(cloud.calls().filter(({ committed }) => committed)).toHaveLength(11);
  expect(cloud.ledger().map(({ action, status }) => [action, status])).toEqual([
    ["CreateSmartAccessGateway", "paid"],
    ["CreateCenBandwidthPackage", "paid"],
  ]);
  expect(cloud.world.state).toMatchObject({ locks: {}, unmodelled: {} });
});

test("two runs of one seed are the same to the last id", async () => {
  const states = [];
  for (let i = 0; i < 2; i++) {
    const cloud = createSimulatedCloud({ scenario: "tutorial-a", seed: 3 });
    await setUpGateway(cloud);
    const { nonces: _, ...state } = cloud.world.state;
    states.push(state);
  }
  expect(states[0]).toEqual(states[1]);
});
