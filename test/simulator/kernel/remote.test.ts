import { afterEach, beforeEach, expect, test } from "vitest";
import { ControlFailed, createRemoteCloud } from "../../../src/simulator/remote.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { createTinyCloud, hub, hubKey } from "../wire/tiny-cloud.ts";
import { buyGateway } from "./buy-gateway.ts";

let cloud: ReturnType<typeof createTinyCloud>;
let url = "";

beforeEach(async () => {
  cloud = createTinyCloud({ people: "manual" });
  url = (await cloud.listen()).url;
});
afterEach(() => cloud.close());

test("time passes on the cloud's side, and is told", async () => {
  const remote = createRemoteCloud(url, cloud.controlToken);
  await remote.advanceTo(cloud.now() + 3_600_000);
  expect(await remote.now()).toBe(cloud.now());
  expect(await remote.status()).toEqual({ scenario: "tiny", people: "manual", now: cloud.now() });
});

test("ledger, calls, keys and what is unmodelled are those of the cloud", async () => {
  const remote = createRemoteCloud(url, cloud.controlToken);
  await buyGateway(cloud);
  await callCloud(cloud, "Cbn.NoSuchAction");
  expect(await remote.ledger()).toEqual(cloud.ledger());
  expect(await remote.calls()).toEqual(cloud.calls());
  expect(await remote.unmodelled()).toEqual({ "Cbn.NoSuchAction": 1 });
  expect((await remote.keys())[0]).toEqual({ account: "hub", uid: hub, keyId: hubKey.id, secret: hubKey.secret });
});

test("people do what they are told over the wire", async () => {
  const remote = createRemoteCloud(url, cloud.controlToken);
  const { gatewayId, orderId } = await buyGateway(cloud, { AutoPay: "false" });
  expect(await remote.people.pay(orderId)).toEqual([orderId]);
  expect(await remote.people.deliver(gatewayId)).toEqual([gatewayId]);
  expect(await remote.people.plugIn()).toEqual([gatewayId]);
});

test("faults are ordered, listed, released and cleared over the wire", async () => {
  const remote = createRemoteCloud(url, cloud.controlToken);
  await remote.faults.add({ id: "held", when: { action: "CreateCen" }, what: "hold-answer" });
  await remote.faults.add({ id: "other", when: {}, what: "refuse", times: "always", point: "accept" });
  await remote.faults.clear("other");
  const answer = callCloud(cloud, "Cbn.CreateCen");
  await expect.poll(() => remote.faults.held()).toBe(1);
  expect(await remote.faults.release("held")).toBe(1);
  expect((await answer).status).toBe(200);
  expect(await remote.faults.list()).toMatchObject([{ id: "held", fired: 1, seen: 1 }]);
  await remote.faults.clear();
  expect(await remote.faults.list()).toEqual([]);
});

test("a probe follows the packet on the cloud's side", async () => {
  const question = { from: { address: "172.16.0.9" }, to: "10.1.0.10", protocol: "icmp" } as const;
  const report = await createRemoteCloud(url, cloud.controlToken).probe(question);
  expect(report).toEqual(cloud.probe(question));
  expect(report.arrives).toBe(false);
});

test("a price is asked over the wire, and so is that there is none", async () => {
  const remote = createRemoteCloud(url, cloud.controlToken);
  const call = { product: "Smartag", action: "CreateSmartAccessGateway", uid: hub } as const;
  const params = { HardWareSpec: "sag-1000", HaType: "no_backup", MaxBandWidth: 10, Period: 1 };
  expect(await remote.quote({ ...call, params })).toEqual({ now: 8500 });
  expect(await remote.quote({ ...call, action: "DescribeSmartAccessGateways", params })).toBeUndefined();
  expect(cloud.ledger()).toEqual([]);
});

test("reset starts the scenario afresh", async () => {
  await callCloud(cloud, "Cbn.CreateCen");
  await createRemoteCloud(url, cloud.controlToken).reset({ seed: 5, people: "auto" });
  expect(cloud.world.state).toMatchObject({ seed: 5, people: "auto", things: {} });
});

test.each([
  ["no token", () => createRemoteCloud(url), "401"],
  ["another token", () => createRemoteCloud(url, "guess"), "401"],
])("with %s nothing is told and nothing done", async (_, connect, status) => {
  await expect(connect().ledger()).rejects.toThrow(status);
  await expect(connect().reset()).rejects.toThrow(ControlFailed);
});

test("the token may stand in the URL", async () => {
  const remote = createRemoteCloud(url.replace("//", `//control:${cloud.controlToken}@`));
  expect(await remote.now()).toBe(cloud.now());
});

test("a misspelt command is refused with what is wrong in it, and no token in the message", async () => {
  const remote = createRemoteCloud(url, cloud.controlToken);
  const order = { when: { acton: "CreateCen" }, what: "refuse" } as unknown as Parameters<typeof remote.faults.add>[0];
  const failure = await Promise.resolve(remote.faults.add(order)).then(String, String);
  expect(failure).toContain("acton");
  expect(failure).not.toContain(cloud.controlToken);
  await expect(remote.reset({ scenario: "no-such" })).rejects.toThrow("tutorial-a");
});

test("where no cloud answers, that is said", async () => {
  const { controlToken } = cloud;
  await cloud.close();
  await expect(createRemoteCloud(url, controlToken).ledger()).rejects.toThrow(/No simulated cloud answers at http:/);
});
