import { expect, test } from "vitest";
import type { ApiCall, Cloud, Outcome } from "../../src/api/call.ts";
import { listCcns } from "../../src/api/ccns.ts";
import { listChildren } from "../../src/api/cen-children.ts";
import { listCens } from "../../src/api/cens.ts";
import { listInstances, readSecurityGroup } from "../../src/api/ecs.ts";
import { listGateways, readGateway } from "../../src/api/gateways.ts";
import { readAll } from "../../src/api/read.ts";
import { readCallerIdentity } from "../../src/api/sts.ts";
import { listTransitRouters } from "../../src/api/transit-routers.ts";
import { listVpcs, listVSwitches } from "../../src/api/vpc.ts";
import { everyProbe, everyRead, everyWrite, nameOf } from "./every-call.ts";
import { at } from "./gateway-order.ts";
import { filled, openClient } from "./open-client.ts";

const hub = { account: "hub" };

test("no call of ours has an action or a parameter that the simulated cloud does not know", async () => {
  const { simulated, cloud } = await openClient("tutorial-a-half-done");
  const codes = await outcomesOf(cloud, [
    ...everyRead.map((read) => read.call),
    ...everyWrite.map((one) => filled(one.call)),
    ...everyProbe,
  ]);
  expect(
    codes.filter(([, , code]) => /^(InvalidAction|InvalidParameter|MissingParameter|Missing|sagctl)/.test(code)),
  ).toEqual([]);
  expect(codes.filter(([, is]) => is === "unknown")).toEqual([]);
  expect(simulated.unmodelled()).toEqual({});
});

test("what stands in tutorial-a is read with its ids and CIDRs", async () => {
  const { cloud } = await openClient("tutorial-a");
  const cen = "cen-a7k2m9x4q1w8e5r3t6";
  expect(await readAll(cloud, readCallerIdentity(hub))).toMatchObject({ accountId: "1000000000000001" });
  expect(await readAll(cloud, listCens(hub))).toMatchObject([{ id: cen, name: "global", status: "Active" }]);
  expect(await readAll(cloud, listCcns(at))).toMatchObject([
    { id: "ccn-4kd82hx0pq7m3v9zt1", cenId: "", isDefault: true },
  ]);
  const children = await readAll(cloud, listChildren({ ...hub, cen }));
  expect(children.map((child) => [child.region, child.status]).sort()).toEqual([
    ["cn-hangzhou", "Attached"],
    ["us-west-1", "Attached"],
  ]);
  const routers = await readAll(cloud, listTransitRouters({ ...hub, cen }));
  expect(new Set(routers.map((router) => router.type))).toEqual(new Set(["Basic"]));
});

test("VPC, vSwitch, instance and group of one region are read with what belongs to them", async () => {
  const { cloud } = await openClient("tutorial-a");
  const region = { ...hub, region: "us-west-1" };
  const [vpc] = await readAll(cloud, listVpcs(region));
  expect(vpc).toMatchObject({ id: "vpc-rj9sv0prod8d5n1c6t2y4", cidr: "10.0.0.0/16", ownerId: "1000000000000001" });
  expect(await readAll(cloud, listVSwitches({ ...region, vpc: vpc?.id ?? "" }))).toMatchObject([
    { cidr: "10.0.0.0/24" },
  ]);
  const group = "sg-rj9sv0web8d5n1c6t2y4";
  expect(await readAll(cloud, listInstances(region))).toMatchObject([
    { addresses: ["10.0.0.10"], securityGroups: [group] },
  ]);
  expect(await readAll(cloud, readSecurityGroup({ ...region, id: group }))).toMatchObject({ vpc: vpc?.id });
});

test("a gateway made in the console is read, and one that is not there is absent", async () => {
  const { cloud } = await openClient("tutorial-a-half-done");
  const [gateway] = await readAll(cloud, listGateways(at));
  expect(gateway).toMatchObject({
    id: "sag-h4lfd0ne7k2m9x4q1w",
    cidrs: ["172.16.0.0/12"],
    ccnId: "ccn-4kd82hx0pq7m3v9zt1",
  });
  expect(await readAll(cloud, readGateway({ ...at, id: "sag-h4lfd0ne7k2m9x4q1w" }))).toMatchObject({ id: gateway?.id });
  expect(await readAll(cloud, readGateway({ ...at, id: "sag-nowhere" }))).toBeUndefined();
});

test("a wrong secret is refused, named as what it is, and not quoted", async () => {
  const { cloud } = await openClient("tutorial-a", "a-secret-that-is-wrong");
  const error = await readAll(cloud, listCens(hub)).catch((thrown) => thrown);
  expect(error).toMatchObject({ kind: "denied", code: "credentials-refused" });
  expect(JSON.stringify([error.message, error.cause])).not.toMatch(/a-secret-that-is-wrong|Signature=|LTAI5t/);
});

test("the service's clock is the world's", async () => {
  const { cloud, clock } = await openClient("tutorial-a");
  await clock.sleep(3_600_000);
  await readAll(cloud, listCens(hub));
  expect(cloud.serverNow()).toBe(clock.now());
});

async function outcomesOf(cloud: Cloud, calls: readonly ApiCall[]): Promise<[string, Outcome["is"], string][]> {
  const outcomes: [string, Outcome["is"], string][] = [];
  for (const call of calls) {
    const outcome = await cloud.send(call);
    outcomes.push([nameOf(call), outcome.is, outcome.is === "answered" ? "" : outcome.error.code]);
  }
  return outcomes;
}
