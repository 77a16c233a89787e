import { describe, expect, it } from "vitest";
import type { ApiCall, Outcome } from "../../../src/api/call.ts";
import type { InstancePath, ProbeResult } from "../../../src/engine/probe-path.ts";
import { pingFromInstance } from "../../../src/probe/on-instance.ts";
import { plain } from "../../../src/text.ts";
import { answered, failed, instantClock, scriptedCloud } from "../api/scripted-cloud.ts";

const from = {
  vpc: "vpc1",
  account: "hub",
  region: "ap-southeast-1",
  instance: "i-1",
  name: "ECS1",
  os: "linux",
} as const;
const path: InstancePath = { from, to: { name: "vpc3", address: "192.168.0.1" }, protocol: "icmp" };

function agent(status: string): Outcome {
  const one = { InstanceId: "i-1", CloudAssistantStatus: status };
  return answered({ InstanceCloudAssistantStatusSet: { InstanceCloudAssistantStatus: [one] } });
}

const started = answered({ InvokeId: "t-1", CommandId: "c-1" });

function result(InvocationStatus: string, output = "", ErrorCode = ""): Outcome {
  const Output = Buffer.from(output).toString("base64");
  const InvocationResult = [{ InvokeId: "t-1", InstanceId: "i-1", InvocationStatus, Output, ErrorCode }];
  return answered({ Invocation: { InvocationResults: { InvocationResult } } });
}

async function ping(of: InstancePath, ...script: readonly Outcome[]) {
  const { cloud, sent } = scriptedCloud(...script);
  const clock = instantClock();
  return { found: await pingFromInstance({ cloud, clock }, of), sent, clock };
}

function words(found: ProbeResult): string {
  if (found.is !== "no-tool") return found.is;
  return [found.because, ...(found.tryThis ?? [])].map(plain).join(" | ");
}

const ok = ["icmp_seq=1 ttl=60 time=2.1 ms", "icmp_seq=2 ttl=60 time=1.9 ms"].map(
  (line) => `64 bytes from 192.168.0.1: ${line}`,
);
const statistics = (received: number) => `4 packets transmitted, ${received} received, 0% packet loss, time 3004ms`;

function commandOf(call: ApiCall | undefined): string {
  return Buffer.from(String(call?.params.CommandContent), "base64").toString();
}

describe("a ping from an instance", () => {
  it("asks for the agent, runs one fixed command, and reads its output", async () => {
    const output = [...ok, "", statistics(2)].join("\n");
    const { found, sent } = await ping(path, agent("true"), started, result("Running"), result("Success", output));
    expect(found).toEqual({ is: "answered", sent: 4, received: 2, averageMs: 2 });
    expect(sent.map((call) => call.action)).toEqual([
      "DescribeCloudAssistantStatus",
      "RunCommand",
      "DescribeInvocationResults",
      "DescribeInvocationResults",
    ]);
    expect(sent[1]?.params).toMatchObject({ KeepCommand: false, Type: "RunShellScript", InstanceId: ["i-1"] });
    expect(commandOf(sent[1])).toBe("ping -c 4 -W 2 192.168.0.1");
  });

  it("is silent when nothing came back, which makes the command fail", async () => {
    const lost = result("Failed", statistics(0), "ExitCodeNonzero");
    expect((await ping(path, agent("true"), started, lost)).found).toEqual({ is: "silent", sent: 4, received: 0 });
  });

  it("has a form of its own on Windows", async () => {
    const windows: InstancePath = { ...path, from: { ...from, os: "windows" } };
    const reply = "Reply from 192.168.0.1: bytes=32 time=2ms TTL=60";
    const output = ["", "Pinging 192.168.0.1 with 32 bytes of data:", reply, reply, reply, reply, ""].join("\r\n");
    const { found, sent } = await ping(windows, agent("true"), started, result("Success", output));
    expect(found).toMatchObject({ is: "answered", received: 4, averageMs: 2 });
    expect([sent[1]?.params.Type, commandOf(sent[1])]).toEqual(["RunBatScript", "ping -n 4 -w 2000 192.168.0.1"]);
  });

  it.each(["ECS3", "192.168.0.1; reboot", "-f 192.168.0.1", "192.168.0.1/24", ""])(
    "runs nothing for what is no address: %j",
    async (address) => {
      const { cloud, sent } = scriptedCloud(agent("true"));
      const to = { name: "vpc3", address };
      await expect(pingFromInstance({ cloud, clock: instantClock() }, { ...path, to })).rejects.toMatchObject({
        kind: "usage",
        code: "not-an-address",
      });
      expect(sent.some((call) => call.action === "RunCommand")).toBe(false);
    },
  );
});

describe("a ping that an instance cannot make", () => {
  const offline =
    "The Cloud Assistant agent of ECS1 (i-1) in vpc1 is offline, so nothing can be run there. | Start it there: systemctl start aliyun.service | Or run there by hand: ping 192.168.0.1";

  it.each([agent("false"), answered({})])("is not tried while the agent is offline, or unknown", async (status) => {
    const { found, sent } = await ping(path, status);
    expect(words(found)).toBe(offline);
    expect(sent).toHaveLength(1);
  });

  it.each(["ClientNotRunning", "ClientNotResponse", "DeliveryTimeout"])(
    "says so when the agent went: %s",
    async (code) => {
      expect(words((await ping(path, agent("true"), started, result("Aborted", "", code))).found)).toBe(offline);
    },
  );

  it("names what else the service says, and an agent that is too old", async () => {
    const fail = async (code: string) =>
      words((await ping(path, agent("true"), started, result("Error", "", code))).found);
    expect(await fail("InstanceNotRunning")).toContain("could not ping from ECS1 (i-1) in vpc1: InstanceNotRunning.");
    expect(await fail("ClientNeedUpgrade")).toContain("too old: upgrade it in the ECS console");
  });

  it("names what the instance said instead of a ping's words", async () => {
    const none = result("Failed", "sh: ping: command not found\n", "ExitCodeNonzero");
    expect(words((await ping(path, agent("true"), started, none)).found)).toContain(
      "The ping program on ECS1 (i-1) in vpc1 cannot be used (sh: ping: command not found).",
    );
  });

  it("gives up on a result that does not come", async () => {
    const { found, clock } = await ping(path, agent("true"), started, result("Running"));
    expect(words(found)).toContain("Cloud Assistant gave no result of the ping from ECS1 (i-1) in vpc1 in time.");
    expect(clock.now()).toBeGreaterThanOrEqual(150_000);
    expect(clock.now()).toBeLessThan(160_000);
  });
});

describe("a command that has no answer", () => {
  it("is sent again, three times at the most: four more pings harm nobody", async () => {
    const done = result("Success", statistics(4));
    const { sent } = await ping(
      path,
      agent("true"),
      failed("unknown", "x"),
      failed("busy", "Throttling"),
      started,
      done,
    );
    expect(sent.filter((call) => call.action === "RunCommand")).toHaveLength(3);
    await expect(ping(path, agent("true"), failed("unknown", "x"))).rejects.toMatchObject({ kind: "unreachable" });
  });

  it("is not sent again when it was refused: a right that is missing is named", async () => {
    const { cloud, sent } = scriptedCloud(agent("true"), failed("refused", "Forbidden.RAM"));
    await expect(pingFromInstance({ cloud, clock: instantClock() }, path)).rejects.toMatchObject({
      kind: "denied",
      tryThis: expect.arrayContaining([
        expect.objectContaining({ values: expect.arrayContaining(["ecs:RunCommand"]) }),
      ]),
    });
    expect(sent.map((call) => call.action)).toEqual(["DescribeCloudAssistantStatus", "RunCommand"]);
  });
});
