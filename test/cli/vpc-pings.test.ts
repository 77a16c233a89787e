import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VPC3 } from "../../src/simulator/scenarios/put-three-vpcs.ts";
import { tutorialB } from "../../src/simulator/scenarios/tutorial-b.ts";
import { serverOf } from "../simulator/data-plane/three-vpcs.ts";
import { startIn, tutorialBDone } from "../steps/ping/built-by-hand.ts";
import { type CliResult, createTestHost, newFolder, runCli } from "../support/host.ts";
import { openSharedCloud, type SharedCloud } from "../support/two-operators.ts";
import { exampleFile } from "../support/worlds.ts";

const finished = { ...tutorialB, build: startIn(tutorialBDone()) };
let shared: SharedCloud;

beforeEach(async () => {
  shared = await openSharedCloud(finished);
});

afterEach(() => shared.close());

/** With the keys of both accounts. */
function run(...argv: string[]): Promise<CliResult> {
  return runCli([...argv, "-f", exampleFile("tutorial-b"), shared.url], createTestHost({ cwd: newFolder() }));
}

function commands(): string[] {
  const sent = shared.cloud.calls().filter((call) => call.action === "RunCommand");
  return sent.map(({ params }) => Buffer.from(String(params.CommandContent), "base64").toString());
}

/** What a person is told, on one line. */
function told({ stdout }: CliResult): string {
  return stdout.replace(/\s+/g, " ");
}

describe("pings on instances, without a consent", () => {
  it("are left out by apply, which ends well and names the flag", async () => {
    const result = await run("apply");
    expect(result.code).toBe(0);
    expect(told(result)).toContain("vpc1 to vpc3 192.168.0.1: not pinged: --allow-probes");
    expect(told(result)).toContain("To go on:");
    expect(result.stdout).not.toContain("Then run again");
    expect(commands()).toEqual([]);
  });

  it.each([["verify"], ["ping"]])("end %s with exit 7: they were asked for", async (command) => {
    const result = await run(command);
    expect(result.code).toBe(7);
    expect(told(result)).toContain("--allow-probes");
    expect(commands()).toEqual([]);
  });

  it("are not allowed by --yes, nor by the consents to other things", async () => {
    const result = await run("ping", "--yes", "--approve-purchases", "--allow-shared", "--allow-destroy");
    expect([result.code, commands()]).toEqual([7, []]);
  });

  it("stand in the plan, with what would run where", async () => {
    const result = await run("plan");
    expect(result.code).toBe(0);
    expect(told(result)).toContain("vpc1 10.0.0.1: ping -c 4 -W 2 192.168.0.1");
    expect(told(result)).toContain("asks first: as root, by Cloud Assistant");
    const allowed = told(await run("plan", "--allow-probes"));
    expect(allowed).toContain("allowed beforehand: as root, by Cloud Assistant");
    expect(allowed).not.toContain("asks first");
    const { plan } = JSON.parse((await run("plan", "--json")).stdout) as {
      plan: { rows: { command?: { line: string } }[] };
    };
    expect(plan.rows.flatMap(({ command }) => command?.line ?? [])).toHaveLength(6);
    expect(commands()).toEqual([]);
  });
});

describe("pings on instances, with --allow-probes", () => {
  it("are made and drawn by apply and verify, and counted apart from reads and writes", async () => {
    for (const command of ["apply", "verify"]) {
      const result = await run(command, "--allow-probes");
      expect(result.code).toBe(0);
      expect(result.stdout).toContain("  vpc1 10.0.0.1\n    └─ TR Singapore ─┬─ vpc2  172.16.0.1   2 ms\n");
      const { counts } = JSON.parse((await run(command, "--allow-probes", "--json")).stdout) as { counts: object };
      expect(counts).toMatchObject({ writes: 0, probes: 6 });
      expect(counts).not.toHaveProperty("polls");
    }
    expect(commands()).toHaveLength(24);
  });

  it("start at one VPC or instance with --from", async () => {
    for (const from of ["vpc3", "ecs3", serverOf(VPC3).id]) {
      expect((await run("ping", "--allow-probes", "--from", from)).code).toBe(0);
    }
    const starts = shared.cloud.calls().filter((call) => call.action === "RunCommand");
    expect(new Set(starts.map(({ uid }) => uid))).toEqual(new Set([VPC3.uid]));
    expect(starts).toHaveLength(6);
  });

  it("stop where --from names nothing", async () => {
    const result = await run("ping", "--allow-probes", "--from", "ecs9");
    expect(result.code).toBe(7);
    expect(told(result)).toContain("--from ecs9 is no branch or VPC of the network file");
    expect(commands()).toEqual([]);
  });
});

describe("pings with one key of two", () => {
  it("A pings from its own VPCs, and names the line for B: it is B's turn", async () => {
    const a = shared.operator("hub");
    const result = await a.run("verify", "--allow-probes");
    expect(result.code).toBe(6);
    expect(told(result)).toContain("vpc1 to vpc3 192.168.0.1 2 ms");
    expect(told(result)).toContain("vpc3 to vpc1 10.0.0.1: not readable from here, vpc3 lies in account shop");
    expect(told(result)).toContain("--from vpc3 --allow-probes");
    expect(commands()).toHaveLength(4);
    expect(shared.callsOfOthers("hub")).toEqual([]);
  });

  it("B pings from its own VPC by that line, although it can read nothing of the CEN", async () => {
    const b = shared.operator("shop");
    const result = await b.run("ping", "--from", "vpc3", "--allow-probes");
    expect(told(result)).toContain("vpc3 to vpc1 10.0.0.1 2 ms");
    expect(result.code).toBe(0);
    expect(commands()).toEqual(["ping -c 4 -W 2 10.0.0.1", "ping -c 4 -W 2 172.16.0.1"]);
    expect(shared.callsOfOthers("shop")).toEqual([]);
  });

  it("B pings from its own instance just as well: A's VPCs are no start of it", async () => {
    for (const from of ["ecs3", serverOf(VPC3).id, "192.168.0.1"]) {
      const result = await shared.operator("shop").run("ping", "--from", from, "--allow-probes");
      expect([from, result.code, told(result)]).toEqual([from, 0, expect.not.stringContaining("In the other account")]);
    }
    expect(commands()).toHaveLength(6);
  });

  it("an instance that B does not find may be A's: nothing is said to be nowhere", async () => {
    const result = await shared.operator("shop").run("ping", "--from", "ecs1", "--allow-probes");
    expect([result.code, commands()]).toEqual([6, []]);
    expect(told(result)).toMatch(/Whoever has the key of hub runs, with this network file: sagctl ping .*--from ecs1/);
    expect(told(result)).not.toContain("is no branch or VPC");
  });
});
