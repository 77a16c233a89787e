import { expect, test } from "vitest";
import { invocationOf, readAssistantStatus, readInvocation, runCommand } from "../../src/api/cloud-assistant.ts";
import { listInstances } from "../../src/api/ecs.ts";
import type { Instance } from "../../src/simulator/ecs/things.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { tutorialB } from "../../src/simulator/scenarios/tutorial-b.ts";
import { type Client, openClient } from "./open-client.ts";
import { account, region, shop, vpc1, vpc2, vpc3 } from "./three-vpcs.ts";

const hub = { account, region };

const withoutAgentInVpc2: Scenario = {
  ...tutorialB,
  build(world) {
    tutorialB.build(world);
    for (const one of world.all<Instance>("instance")) {
      world.put("instance", { ...one, cloudAssistant: one.vpcId !== vpc2 });
    }
  },
};

async function serverOf(client: Client, of: typeof hub, vpc: string): Promise<string> {
  const [server] = await client.read(listInstances({ ...of, vpc }));
  return server?.id ?? "";
}

async function run(client: Client, of: typeof hub, vpc: string, command: string) {
  const instance = await serverOf(client, of, vpc);
  const outcome = await client.cloud.send(runCommand({ ...of, instance, command }));
  if (outcome.is !== "answered") throw new Error(outcome.error.code);
  return readInvocation({ ...of, instance, invocation: invocationOf(outcome.reply) });
}

test("a command's result is read once it is there, its output decoded", async () => {
  const client = await openClient("tutorial-b-isolated");
  const result = await run(client, hub, vpc1, "ping -c 4 -W 2 192.168.0.1");
  expect(await client.read(result)).toEqual({ status: "Pending", output: "", errorCode: "" });
  await client.clock.sleep(60_000);
  expect(await client.read(result)).toEqual({
    status: "Success",
    exitCode: 0,
    output: expect.stringContaining("4 packets transmitted, 4 received, 0% packet loss"),
    errorCode: "",
  });
});

test("a ping that nobody answers fails as a command, and its output says why", async () => {
  const client = await openClient("tutorial-b");
  const result = await run(client, { ...shop, region }, vpc3, "ping -c 4 -W 2 10.0.0.1");
  await client.clock.sleep(60_000);
  expect(await client.read(result)).toEqual({
    status: "Failed",
    exitCode: 1,
    output: expect.stringContaining("100% packet loss"),
    errorCode: "ExitCodeNonzero",
  });
});

test("whether the agent answers; nothing of an instance that is not there", async () => {
  const client = await openClient(withoutAgentInVpc2);
  const [first, second] = [await serverOf(client, hub, vpc1), await serverOf(client, hub, vpc2)];
  expect(await client.read(readAssistantStatus({ ...hub, instance: first }))).toBe(true);
  expect(await client.read(readAssistantStatus({ ...hub, instance: second }))).toBe(false);
  expect(await client.read(readAssistantStatus({ ...hub, instance: "i-nowhere" }))).toBeUndefined();
});

test("the command goes as Base64, is not kept, and has a minute", () => {
  const { params } = runCommand({ ...hub, instance: "i-1", command: "ping -c 4 10.0.0.1; true" });
  expect(params).toMatchObject({
    ContentEncoding: "Base64",
    KeepCommand: false,
    Timeout: 60,
    InstanceId: ["i-1"],
    Type: "RunShellScript",
  });
  const inWindows = runCommand({ ...hub, instance: "i-1", command: "ping -n 4 10.0.0.1", type: "RunBatScript" });
  expect(inWindows.params.Type).toBe("RunBatScript");
  expect(Buffer.from(String(params.CommandContent), "base64").toString()).toBe("ping -c 4 10.0.0.1; true");
});
