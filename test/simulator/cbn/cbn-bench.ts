import type { Scenario } from "../../../src/simulator/scenario.ts";
import { tutorialA } from "../../../src/simulator/scenarios/tutorial-a.ts";
import { createSimulatedCloud, type SimulatedCloudOptions } from "../../../src/simulator/simulated-cloud.ts";
import type { Thing, World } from "../../../src/simulator/world.ts";
import { callCloud } from "../wire/call-cloud.ts";

export const CEN = "cen-a7k2m9x4q1w8e5r3t6";
export const CCN = "ccn-4kd82hx0pq7m3v9zt1";
export const HANGZHOU = "vpc-bp1hz0prod4k7m2x9q3w1";
export const SANDBOX = "vpc-bp1sandbox3k8m1x5q7w2";
export const HUB = "1000000000000001";
export const SHOP = "2000000000000002";
const shopKey = { id: "LTAI5tSimulatedShop001", secret: "simulated-shop-secret-001" };

/** tutorial-a with a second account. */
const withShop: Scenario = {
  ...tutorialA,
  build(world) {
    tutorialA.build(world);
    const usual = { balance: 100_000, postpayOpen: true, transitRouterServiceOpen: false, realName: true };
    world.state.accounts.push({ ...usual, uid: SHOP, name: "shop", keys: [shopKey] });
  },
};

// biome-ignore lint/suspicious/noExplicitAny: replies are read by many shapes
type Body = any;

/** A simulated cloud, called over its own wire format by two accounts. */
export function openBench(options: Partial<SimulatedCloudOptions> = {}) {
  const cloud = createSimulatedCloud({
    scenario: withShop,
    people: "manual",
    start: Date.UTC(2026, 10, 23, 9),
    ...options,
  });
  const world: World = cloud.world;
  const send = async (name: string, params: Record<string, string>, key?: typeof shopKey) => {
    const { status, body } = await callCloud(cloud, `Cbn.${name}`, params, key && { key });
    return { status, body: body as Body };
  };
  return {
    cloud,
    world,
    lastCall: () => cloud.calls().at(-1),
    /** A call that has to succeed. */
    async call(name: string, params: Record<string, string> = {}): Promise<Body> {
      const { status, body } = await send(name, params);
      if (status !== 200) throw new Error(`${name}: ${status} ${body.Code} ${body.Message}`);
      return body;
    },
    /** `409 Some.Code` of a call that has to be refused. */
    async refused(name: string, params: Record<string, string> = {}): Promise<string> {
      const { status, body } = await send(name, params);
      return `${status} ${body.Code ?? "was answered"}`;
    },
    /** The same of the other account. */
    async refusedToShop(name: string, params: Record<string, string> = {}): Promise<string> {
      const { status, body } = await send(name, params, shopKey);
      return `${status} ${body.Code ?? "was answered"}`;
    },
    asShop: async (name: string, params: Record<string, string> = {}) => (await send(name, params, shopKey)).body,
    /** Longer than every transition of CBN. */
    settle: () => cloud.advanceTo(cloud.now() + 5 * 60_000),
    change: (kind: string, id: string, fields: Record<string, unknown>) =>
      world.put(kind, { ...(world.find(kind, id) as Thing), ...fields }),
  };
}

export type Bench = ReturnType<typeof openBench>;

export const hangzhouChild = {
  CenId: CEN,
  ChildInstanceId: HANGZHOU,
  ChildInstanceType: "VPC",
  ChildInstanceRegionId: "cn-hangzhou",
};
export const sandboxChild = { ...hangzhouChild, ChildInstanceId: SANDBOX };
export const ccnChild = {
  CenId: CEN,
  ChildInstanceId: CCN,
  ChildInstanceType: "CCN",
  ChildInstanceRegionId: "ccn-cn-shanghai",
};

export const chinaAmerica = {
  GeographicRegionAId: "China",
  GeographicRegionBId: "North-America",
  Bandwidth: "10",
  BandwidthPackageChargeType: "POSTPAY",
  AutoPay: "true",
};

/** A package of 10 Mbit/s between China and North America, bought and on the CEN. */
export async function associatedPackage(bench: Bench): Promise<string> {
  const { CenBandwidthPackageId } = await bench.call("CreateCenBandwidthPackage", chinaAmerica);
  await bench.settle();
  await bench.call("AssociateCenBandwidthPackage", { CenId: CEN, CenBandwidthPackageId });
  await bench.settle();
  return CenBandwidthPackageId;
}

export const betweenVpcs = { CenId: CEN, LocalRegionId: "cn-hangzhou", OppositeRegionId: "us-west-1" };
