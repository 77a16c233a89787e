import { expect, test } from "vitest";
import type { Outcome } from "../../../src/api/call.ts";
import { withRetriedReads } from "../../../src/api/client/with-retried-reads.ts";
import { runCommand } from "../../../src/api/cloud-assistant.ts";
import { activateGateway, listGateways } from "../../../src/api/gateways.ts";
import { at } from "../../api/gateway-order.ts";
import { answered, failed, instantClock, scriptedCloud } from "./scripted-cloud.ts";

const read = listGateways(at).call;
const write = activateGateway({ ...at, id: "sag-1" }).call;

function run(tries: number, random: number, ...script: readonly Outcome[]) {
  const { cloud, sent } = scriptedCloud(...script);
  const clock = instantClock();
  return { cloud: withRetriedReads(cloud, { clock, random: () => random, tries }), sent, slept: clock.slept };
}

test.each([
  ["busy", "Throttling.User"],
  ["unknown", "ServiceUnavailable"],
  ["unknown", "sagctl.TimedOut"],
  ["unsent", "sagctl.NotConnected"],
] as const)("a read that is %s (%s) is sent again", async (is, code) => {
  const { cloud, sent } = run(4, 1, failed(is, code), answered({}));
  expect(await cloud.send(read)).toMatchObject({ is: "answered" });
  expect(sent).toHaveLength(2);
});

test.each(["Throttling", "ServiceUnavailable", "SignatureNonceUsed", "InvalidTimeStamp.Expired"])(
  "a write is sent once, whatever comes (%s)",
  async (code) => {
    const { cloud, sent } = run(4, 1, failed(code === "Throttling" ? "busy" : "unknown", code));
    await cloud.send(write);
    expect(sent).toHaveLength(1);
  },
);

test.each(["Throttling", "ServiceUnavailable"])("a command on an instance is sent once too (%s)", async (code) => {
  const { cloud, sent } = run(4, 1, failed(code === "Throttling" ? "busy" : "unknown", code));
  await cloud.send(
    runCommand({ account: "hub", region: "us-west-1", instance: "i-1", command: "ping -c 4 10.0.0.10" }),
  );
  expect(sent).toHaveLength(1);
});

test("pauses grow from one second to twenty, drawn between nothing and that", async () => {
  const full = run(8, 1, failed("busy", "Throttling"));
  await full.cloud.send(read);
  expect(full.slept).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
  const half = run(3, 0.5, failed("busy", "Throttling"));
  await half.cloud.send(read);
  expect(half.slept).toEqual([500, 1_000]);
});

test("the service's own wait comes before ours", async () => {
  const busy = { ...failed("busy", "Throttling"), afterMs: 7_000 } as Outcome;
  const { cloud, slept } = run(4, 1, busy, answered({}));
  await cloud.send(read);
  expect(slept).toEqual([7_000]);
});

test("after so many tries the last outcome stands", async () => {
  const { cloud, sent } = run(3, 1, failed("busy", "Throttling"));
  expect(await cloud.send(read)).toMatchObject({ is: "busy" });
  expect(sent).toHaveLength(3);
});

test("a run that is stopped tries no read again", async () => {
  const stop = new AbortController();
  const { cloud, sent } = scriptedCloud(failed("busy", "Throttling"));
  const clock = { ...instantClock(), sleep: async () => stop.abort() };
  const tried = withRetriedReads(cloud, { clock, random: () => 1, tries: 4, stop: stop.signal });
  expect(await tried.send(read)).toMatchObject({ is: "busy" });
  expect(sent).toHaveLength(1);
});

test("a refusal is not asked for again", async () => {
  const { cloud, sent } = run(4, 1, failed("refused", "Forbidden.RAM"));
  await cloud.send(read);
  expect(sent).toHaveLength(1);
});

test.each([
  ["refused", "InvalidTimeStamp.Expired"],
  ["unknown", "SignatureNonceUsed"],
] as const)("a read %s by %s is sent once more", async (is, code) => {
  const { cloud, sent } = run(5, 1, failed(is, code));
  await cloud.send(read);
  expect(sent).toHaveLength(2);
});

test("a read whose time runs out on its way twice is sent a third time", async () => {
  const late = failed("unsent", "InvalidTimeStamp.Expired");
  const { cloud, sent } = run(5, 1, late, late, answered({}));
  expect(await cloud.send(read)).toMatchObject({ is: "answered" });
  expect(sent).toHaveLength(3);
});
