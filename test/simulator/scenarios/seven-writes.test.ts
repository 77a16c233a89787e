import { expect, it } from "vitest";
import { probe } from "../../../src/simulator/data-plane/probe.ts";
import { createSimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import { callCloud } from "../wire/call-cloud.ts";

const CenId = "cen-a7k2m9x4q1w8e5r3t6";
const toAmerica = { CenId, OppositeRegionId: "us-west-1", BandwidthLimit: "5" };
const branch = "172.16.0.0/12";
const web = { hangzhou: "10.1.0.10", siliconValley: "10.0.0.10" };

it("tutorial-a-half-done ends, after seven writes, in a path that carries pings and service traffic", async () => {
  const cloud = createSimulatedCloud({ scenario: "tutorial-a-half-done" });
  const write = async (name: string, params: Record<string, string>): Promise<Record<string, string>> => {
    const { status, body } = await callCloud(cloud, name, params);
    expect({ name, status, code: (body as { Code?: string }).Code }).toEqual({ name, status: 200, code: undefined });
    await cloud.advanceTo(cloud.now() + 5 * 60_000);
    return body as Record<string, string>;
  };
  const ping = (to: string) => probe(cloud.world, { from: { cidr: branch }, to, protocol: "icmp" });
  const ccn = {
    ChildInstanceId: "ccn-4kd82hx0pq7m3v9zt1",
    ChildInstanceType: "CCN",
    ChildInstanceRegionId: "ccn-cn-shanghai",
  };
  await write("Cbn.AttachCenChildInstance", { CenId, ...ccn });
  for (const [RegionId, SecurityGroupId] of [
    ["cn-hangzhou", "sg-bp1hz0web4k7m2x9q3w1"],
    ["us-west-1", "sg-rj9sv0web8d5n1c6t2y4"],
  ] as const) {
    const rule = {
      "Permissions.1.IpProtocol": "ICMP",
      "Permissions.1.PortRange": "-1/-1",
      "Permissions.1.SourceCidrIp": branch,
    };
    await write("Ecs.AuthorizeSecurityGroup", { RegionId, SecurityGroupId, ...rule });
  }
  expect(ping(web.hangzhou)).toMatchObject({ arrives: true, testBandwidthOnly: false, rttMs: 31 });
  expect(ping(web.siliconValley)).toMatchObject({ arrives: true, testBandwidthOnly: true });
  const areas = { GeographicRegionAId: "China", GeographicRegionBId: "North-America" };
  const order = { ...areas, Bandwidth: "10", BandwidthPackageChargeType: "POSTPAY", AutoPay: "true", ClientToken: "t" };
  const { CenBandwidthPackageId = "" } = await write("Cbn.CreateCenBandwidthPackage", order);
  await write("Cbn.AssociateCenBandwidthPackage", { CenId, CenBandwidthPackageId });
  await write("Cbn.SetCenInterRegionBandwidthLimit", { ...toAmerica, LocalRegionId: "cn-hangzhou" });
  await write("Cbn.SetCenInterRegionBandwidthLimit", { ...toAmerica, LocalRegionId: "ccn-cn-shanghai" });
  expect(ping(web.siliconValley)).toMatchObject({ arrives: true, testBandwidthOnly: false, rttMs: 163 });
  expect(cloud.calls().filter((call) => call.committed)).toHaveLength(7);
  expect(cloud.ledger()).toHaveLength(2);
  expect(cloud.world.state.locks).toEqual({});
});
