import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProbePath, ProbeResult } from "../../../src/engine/probe-path.ts";
import type { EngineWorld } from "../../../src/engine/world.ts";
import { type ItemKey, stepOf } from "../../../src/keys.ts";
import { type Moment, openAt, openRig, type Ran } from "../../support/rig.ts";
import { exampleFile } from "../../support/worlds.ts";
import { endOf } from "../enterprise.ts";
import { Rigs } from "../rigs.ts";

const hangzhou: ItemKey = "ping/beijing/hangzhou/10.1.0.10";
const answered: ProbeResult = { is: "answered", sent: 4, received: 4, averageMs: 31 };
const silent: ProbeResult = { is: "silent", sent: 3, received: 0 };
const noTool: ProbeResult = { is: "no-tool", because: { template: "no ping program", values: [] } };

let finished: Moment;
const rigs = new Rigs();
const text = readFileSync(exampleFile("tutorial-a"), "utf8").replace("allow: [icmp]", "allow: [icmp, tcp/8000-8080]");

beforeAll(async () => {
  const rig = await openRig({ scenario: "tutorial-a", text, wire: "none" });
  await rig.run();
  finished = await rig.moment();
  await rig.close();
});

afterAll(() => rigs.close());

/** Pings the finished network beside this port; `heard`: what a machine in the branch hears by each protocol. */
async function ping(tcpPort: number, heard?: Readonly<Record<string, ProbeResult>>): Promise<Ran> {
  const rig = await rigs.keep(openAt(finished, { text, goal: { tcpPort }, wire: "none" }));
  const probe = async (path: ProbePath) => heard?.[path.protocol] ?? silent;
  const around = (world: EngineWorld): EngineWorld => (heard ? { ...world, probe } : world);
  return rig.run({ only: (key) => stepOf(key) === "ping" && key.includes("/hangzhou/"), around });
}

describe("a TCP port beside the ping", () => {
  it("that the file allows is tried, and named with the ping that answers", async () => {
    const ran = await ping(8_080);
    expect(endOf(ran, hangzhou)).toMatchObject({ is: "done", words: expect.stringMatching(/31 ms, TCP 8080 \d+ ms$/) });
    expect(ran.facts.get(hangzhou)).toMatchObject({ averageMs: 31, tcp: { port: 8_080, is: "answers" } });
  });

  it("that no rule lets in is no path: the proof says so before anything is tried, and what would allow it", async () => {
    const ran = await ping(5_432);
    const { is, words } = endOf(ran, hangzhou);
    expect(is).toBe("failed");
    expect(words).toContain("No rule at hangzhou (sg-bp1hz0web4k7m2x9q3w1) lets TCP 5432 from 172.16.0.0/12 in.");
    expect(words).toContain(
      "Add tcp/5432 under allow: in the network file, then: sagctl security-group --only hangzhou",
    );
  });

  it("is in the plan too", async () => {
    const { plan } = await ping(8_080);
    const verdict = plan.rows.find(({ item }) => item === hangzhou)?.verdict;
    expect(verdict).toMatchObject({ is: "probe", path: { protocol: "icmp" }, next: { protocol: "tcp", port: 8_080 } });
  });
});

describe("what is heard by one protocol and not by the other is named", () => {
  it.each([
    ["only the ping", { icmp: answered, tcp: silent }, "TCP 8080 does not answer", "must let TCP 8080 in"],
    [
      "only the port",
      { icmp: silent, tcp: answered },
      "does not answer a ping (ICMP), and TCP 8080 does",
      "let ICMP in",
    ],
    ["neither", { icmp: silent, tcp: silent }, "does not answer a ping (ICMP), although", "default gateway"],
  ])("%s", async (_, heard, because, hint) => {
    const { is, words } = endOf(await ping(8_080, heard), hangzhou);
    expect(is).toBe("failed");
    expect(words).toContain(because);
    expect(words).toContain(hint);
  });

  it("a port on which nothing listens has been reached", async () => {
    const refused = { ...answered, refused: 4 } as ProbeResult;
    const ran = await ping(8_080, { icmp: answered, tcp: refused });
    expect(endOf(ran, hangzhou).words).toContain("31 ms, TCP 8080 31 ms (nothing listens there: refused)");
    expect(ran.facts.get(hangzhou)).toMatchObject({ tcp: { is: "refused" } });
  });

  it("without a ping program the port alone proves the path", async () => {
    expect(endOf(await ping(8_080, { icmp: noTool, tcp: answered }), hangzhou)).toMatchObject({
      is: "done",
      words: expect.stringContaining("10.1.0.10  TCP 8080 31 ms"),
    });
    expect(endOf(await ping(8_080, { icmp: noTool, tcp: silent }), hangzhou).is).toBe("failed");
  });

  it("elsewhere both lines are told", async () => {
    const away = (line: string): ProbeResult => ({ is: "not-from-here", line });
    const { words } = endOf(await ping(8_080, { icmp: away("ping 10.1.0.10"), tcp: away("nc -vz") }), hangzhou);
    expect(words).toContain("run: ping 10.1.0.10");
    expect(words).toContain("run: nc -vz");
  });
});
