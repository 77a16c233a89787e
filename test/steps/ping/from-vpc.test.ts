import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { stepOf } from "../../../src/keys.ts";
import type { Goal } from "../../../src/network/network.ts";
import type { SecurityGroup } from "../../../src/simulator/ecs/things.ts";
import { VPC1, VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import type { CallEntry, World, WorldState } from "../../../src/simulator/world.ts";
import { plain } from "../../../src/text.ts";
import { serverOf } from "../../simulator/data-plane/three-vpcs.ts";
import { hub, shop } from "../../simulator/direct-cloud.ts";
import type { Ran, Rig } from "../../support/rig.ts";
import { exampleBut, openEnterprise } from "../enterprise.ts";
import { changeServer, startIn, tutorialBDone } from "./built-by-hand.ts";

let finished: WorldState;
let rig: Rig | undefined;

beforeAll(() => {
  finished = tutorialBDone();
});

afterEach(() => rig?.close());

interface Parts {
  readonly change?: (world: World) => void;
  readonly goal?: Partial<Goal>;
  readonly text?: string;
  readonly approve?: () => boolean;
}

/** Only what pings, on tutorial B at its end or a little beside it. */
async function ping({ change, approve, ...options }: Parts = {}): Promise<Ran> {
  rig = await openEnterprise("tutorial-b", { build: startIn(finished, change), ...options });
  return rig.run({ only: (key) => stepOf(key) === "ping", ...(approve ? { approve } : {}) });
}

/** `ping/vpc1/vpc2/172.16.0.1 done: vpc1 to …`, of what was pinged or was not. */
function lines({ ends }: Ran): string[] {
  return [...ends].flatMap(([key, end]) => {
    if (stepOf(key) !== "ping") return [];
    const text =
      end.is === "done" ? end.as : end.is === "blocked" ? end.on : "because" in end ? end.because : undefined;
    return [`${end.is}: ${text ? plain(text) : ""}`];
  });
}

function advice({ ends }: Ran): string[] {
  return [...new Set([...ends.values()].flatMap((end) => ("tryThis" in end ? end.tryThis.map(plain) : [])))];
}

interface Command {
  readonly uid: string;
  readonly instance: unknown;
  readonly type: unknown;
  readonly text: string;
  readonly keeps: unknown;
}

/** Every command that reached the cloud, decoded. */
function commandsOf({ calls }: Ran): Command[] {
  const ofCommand = (call: CallEntry) => call.action === "RunCommand";
  return calls.filter(ofCommand).map(({ uid, params }) => ({
    uid,
    instance: params["InstanceId.1"] ?? (params.InstanceId as readonly string[] | undefined)?.[0],
    type: params.Type,
    text: Buffer.from(String(params.CommandContent), "base64").toString(),
    keeps: String(params.KeepCommand),
  }));
}

describe("pings from VPC to VPC", () => {
  it("go from the first address of each VPC to every address of the others, one fixed command each", async () => {
    const ran = await ping();
    expect(lines(ran)).toEqual(
      [
        "1 to vpc2 172.16",
        "1 to vpc3 192.168",
        "2 to vpc1 10.0",
        "2 to vpc3 192.168",
        "3 to vpc1 10.0",
        "3 to vpc2 172.16",
      ].map((pair) => `done: vpc${pair}.0.1  2 ms`),
    );
    const pings = commandsOf(ran).map(({ instance, text }) => `${instance} ${text}`);
    expect(pings.toSorted()).toEqual([
      "i-t4necs1k7m2x9q3w1a8b5 ping -c 4 -W 2 172.16.0.1",
      "i-t4necs1k7m2x9q3w1a8b5 ping -c 4 -W 2 192.168.0.1",
      "i-t4necs2d8n5c1t6y4e9f2 ping -c 4 -W 2 10.0.0.1",
      "i-t4necs2d8n5c1t6y4e9f2 ping -c 4 -W 2 192.168.0.1",
      "i-t4necs3h3j0s6u2z7g4p8 ping -c 4 -W 2 10.0.0.1",
      "i-t4necs3h3j0s6u2z7g4p8 ping -c 4 -W 2 172.16.0.1",
    ]);
  });

  it("run under the key of each VPC's own account, keep no copy, and write nothing else", async () => {
    const ran = await ping();
    const isServer3 = ({ instance }: Command) => instance === serverOf(VPC3).id;
    for (const command of commandsOf(ran)) {
      expect([command.uid, command.type, command.keeps]).toEqual([
        isServer3(command) ? shop : hub,
        "RunShellScript",
        "false",
      ]);
    }
    expect(ran.sent).toEqual([]);
    expect([...new Set(ran.calls.filter((call) => call.kind === "write").map((call) => call.action))]).toEqual([
      "RunCommand",
    ]);
  });

  it("go only where reach lets them", async () => {
    const reach = "reach:\n  vpc1: [vpc3]\n  vpc3: [vpc1]\n\nallow:";
    const ran = await ping({ text: exampleBut("tutorial-b", ["allow:", reach]) });
    expect(commandsOf(ran)).toHaveLength(2);
  });
});

describe("pings from VPC to VPC without a consent", () => {
  it("are planned and not made, and the run says how they would be", async () => {
    const ran = await ping({ approve: () => false });
    expect(
      ran.plan.rows.flatMap(({ command }) => (command ? [`${plain(command.on)}: ${command.line}`] : [])),
    ).toContain("vpc1 10.0.0.1: ping -c 4 -W 2 192.168.0.1");
    expect(ran.calls.some((call) => ["RunCommand", "DescribeCloudAssistantStatus"].includes(call.action))).toBe(false);
    expect(lines(ran)).toContain("blocked: vpc1 to vpc3 192.168.0.1: not pinged: --allow-probes");
    expect([...ran.ends.values()].filter((end) => end.is === "blocked")).toEqual(
      Array.from({ length: 6 }, () => expect.objectContaining({ elsewhere: true, consent: "--allow-probes" })),
    );
  });
});

describe("an instance that cannot ping", () => {
  it("is named when its agent is offline; the others ping", async () => {
    const ran = await ping({ change: (world) => changeServer(world, VPC1, { cloudAssistant: false }) });
    const offline =
      "failed: The Cloud Assistant agent of ECS1 (i-t4necs1k7m2x9q3w1a8b5) in vpc1 is offline, so nothing can be run there.";
    expect(lines(ran).filter((line) => line === offline)).toHaveLength(2);
    expect(advice(ran)).toContain("Start it there: systemctl start aliyun.service");
    expect(commandsOf(ran).map(({ instance }) => instance)).not.toContain(serverOf(VPC1).id);
    expect(lines(ran).filter((line) => line.startsWith("done"))).toHaveLength(4);
  });

  it("is named when it does not run, and nothing is sent to it", async () => {
    const ran = await ping({ change: (world) => changeServer(world, VPC1, { status: "Stopped" }) });
    expect(lines(ran)).toContain("failed: ECS1 in vpc1 is not running (Stopped), so it cannot ping");
    expect(commandsOf(ran).map(({ instance }) => instance)).not.toContain(serverOf(VPC1).id);
  });

  it("is missed when nothing has the VPC's first address", async () => {
    const ran = await ping({ text: exampleBut("tutorial-b", ["verify: [10.0.0.1]", "verify: [10.0.0.9]"]) });
    expect(lines(ran)).toContain("failed: No instance of vpc1 has 10.0.0.9, so nothing pings from there");
    expect(commandsOf(ran).map(({ instance }) => instance)).not.toContain(serverOf(VPC1).id);
  });

  it("pings in its own way on Windows", async () => {
    const ran = await ping({ change: (world) => changeServer(world, VPC1, { osType: "windows" }) });
    const own = commandsOf(ran).filter(({ instance }) => instance === serverOf(VPC1).id);
    expect(own.map(({ type, text }) => `${type} ${text}`).toSorted()).toEqual([
      "RunBatScript ping -n 4 -w 2000 172.16.0.1",
      "RunBatScript ping -n 4 -w 2000 192.168.0.1",
    ]);
    expect(new Set(lines(ran).map((line) => line.split(":")[0]))).toEqual(new Set(["done"]));
  });

  it("is told apart from an address that does not answer", async () => {
    const ran = await ping({ change: (world) => changeServer(world, VPC3, { status: "Stopped" }) });
    expect(lines(ran)).toContain(
      "failed: vpc1 to vpc3 192.168.0.1 does not answer a ping (ICMP), although the configuration carries the path",
    );
  });
});

describe("--tcp", () => {
  const text = exampleBut("tutorial-b", ["allow: [icmp]", "allow: [icmp, tcp/443]"]);

  it("is proven by the rules, and said not to be tried from an instance", async () => {
    const change = (world: World) => {
      for (const group of world.all<SecurityGroup>("security-group")) {
        const rules = group.rules.map((rule) => ({ ...rule, ipProtocol: "ALL", portRange: "-1/-1" }));
        world.put("security-group", { ...group, rules });
      }
    };
    const ran = await ping({ text, change, goal: { tcpPort: 443 } });
    expect(lines(ran)).toContainEqual(
      expect.stringMatching(/^done: vpc1 to vpc3 .* ms; TCP 443 is let in, and not tried from an instance$/),
    );
  });

  it("that no rule lets in is no path", async () => {
    const ran = await ping({ goal: { tcpPort: 5_432 } });
    const said = lines(ran);
    expect(said).not.toEqual([]);
    expect(said.filter((line) => !/^failed: .* lets TCP 5432 from .* in\.$/.test(line))).toEqual([]);
    expect(commandsOf(ran)).toEqual([]);
  });
});

describe("--from", () => {
  const starts = (ran: Ran) => [...new Set(commandsOf(ran).map(({ instance }) => instance))];

  it("names a VPC, an instance by its name, id or address, and only that one pings", async () => {
    for (const from of ["vpc3", "ecs3", serverOf(VPC3).id, "192.168.0.1"]) {
      expect(starts(await ping({ goal: { from } }))).toEqual([serverOf(VPC3).id]);
      await rig?.close();
    }
  });

  it("may name another instance than that of the first address", async () => {
    const id = "i-t4necsextra00000000";
    const change = (world: World) => {
      const server = world.find("instance", serverOf(VPC3).id);
      world.put("instance", { ...server, id, uid: shop, name: "batch", privateIp: "192.168.0.77" } as never);
    };
    expect(starts(await ping({ goal: { from: "batch" }, change }))).toEqual([id]);
  });

  it("stops with a guard where it names nothing, and runs nothing", async () => {
    const ran = await ping({ goal: { from: "ecs9" } });
    expect(lines(ran)).toContain(
      "failed: --from ecs9 is no branch or VPC of the network file, and no instance of its VPCs",
    );
    expect(commandsOf(ran)).toEqual([]);
  });
});
