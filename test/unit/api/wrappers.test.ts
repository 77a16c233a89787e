import { describe, expect, test } from "vitest";
import type { SentCall } from "../../../src/api/call.ts";
import { withBssSite } from "../../../src/api/client/with-bss-site.ts";
import { withRecord } from "../../../src/api/client/with-record.ts";
import { withThrottle } from "../../../src/api/client/with-throttle.ts";
import { runCommand } from "../../../src/api/cloud-assistant.ts";
import { createGateway, listGateways } from "../../../src/api/gateways.ts";
import { readOrder } from "../../../src/api/orders.ts";
import { listVpcs } from "../../../src/api/vpc.ts";
import { at, gatewayOrder, shipTo } from "../../api/gateway-order.ts";
import { answered, failed, instantClock, scriptedCloud } from "./scripted-cloud.ts";

const read = listGateways(at).call;
const order = readOrder({ account: "hub", orderId: "1" }).call;

describe("the record", () => {
  const purchase = createGateway(gatewayOrder).call;

  test("keeps each call with its code and request id, and tells of it", async () => {
    const { cloud } = scriptedCloud(answered({}), failed("refused", "InvalidName"));
    const told: SentCall[] = [];
    const record = withRecord(cloud, (sent) => told.push(sent));
    await record.cloud.send(read);
    await record.cloud.send(purchase);
    expect(record.calls).toMatchObject([
      { kind: "read", outcome: "answered", code: "", requestId: "A" },
      { kind: "write", outcome: "refused", code: "InvalidName", requestId: "REQ-1" },
    ]);
    expect(told).toEqual(record.calls);
  });

  test("counts a command on an instance neither as a read nor as a write", async () => {
    const record = withRecord(scriptedCloud(answered({})).cloud);
    await record.cloud.send(runCommand({ account: "hub", region: "us-west-1", instance: "i-1", command: "ping" }));
    expect(record.calls.map((sent) => sent.kind)).toEqual(["probe"]);
  });

  test("keeps nobody's address, and sends it all the same", async () => {
    const { cloud, sent } = scriptedCloud(answered({}));
    const record = withRecord(cloud);
    await record.cloud.send(purchase);
    expect(record.calls[0]?.call.params).toMatchObject({ ReceiverMobile: "<shipTo.mobile>", HaType: "no_backup" });
    expect(JSON.stringify(record.calls)).not.toContain(shipTo.mobile);
    expect(sent[0]?.params.ReceiverMobile).toBe(shipTo.mobile);
  });
});

describe("the throttle", () => {
  test("lets a burst go and then keeps the pace", async () => {
    const clock = instantClock();
    const cloud = withThrottle(scriptedCloud().cloud, { clock, perSecond: 10, burst: 3 });
    for (let sent = 0; sent < 6; sent += 1) await cloud.send(read);
    expect(clock.slept).toEqual([100, 100, 100]);
  });

  test("counts by product and account", async () => {
    const clock = instantClock();
    const cloud = withThrottle(scriptedCloud().cloud, { clock, perSecond: 1, burst: 1 });
    await cloud.send(read);
    await cloud.send({ ...read, account: "shop" });
    await cloud.send(listVpcs({ account: "hub", region: "us-west-1" }).call);
    expect(clock.slept).toEqual([]);
    await cloud.send(read);
    expect(clock.slept).toEqual([1_000]);
  });
});

describe("orders of an account of the international site", () => {
  test("are asked for at its host after the first NotApplicable, and there at once from then on", async () => {
    const { cloud, sent } = scriptedCloud(failed("refused", "NotApplicable"), answered({}));
    const bss = withBssSite(cloud);
    expect(await bss.send(order)).toMatchObject({ is: "answered" });
    await bss.send(order);
    expect(sent.map((call) => call.region)).toEqual(["cn-hangzhou", "ap-southeast-1", "ap-southeast-1"]);
  });

  test("do not move another account's", async () => {
    const { cloud, sent } = scriptedCloud(failed("refused", "NotApplicable"), answered({}));
    const bss = withBssSite(cloud);
    await bss.send(order);
    await bss.send({ ...order, account: "shop" });
    expect(sent.at(-1)?.region).toBe("cn-hangzhou");
  });
});
