import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { realClock } from "../../../src/clock.ts";
import type { BranchPath } from "../../../src/engine/probe-path.ts";
import { createProbe } from "../../../src/probe/probe.ts";
import type { Ran } from "../../../src/probe/run-program.ts";
import { outputs } from "./outputs.ts";

const path: BranchPath = {
  from: { branch: "beijing", cidrs: ["172.16.0.0/12"] },
  to: { name: "hangzhou", address: "10.1.0.10" },
  protocol: "icmp",
};

function host(address: string, stop?: AbortSignal) {
  const asked: string[] = [];
  const card: NetworkInterfaceInfo = { address, internal: false, family: "IPv4", netmask: "", mac: "", cidr: null };
  const run = async (program: string, args: readonly string[]): Promise<Ran> => {
    asked.push([program, ...args].join(" "));
    return { is: "ended", code: 0, stdout: outputs.macos, stderr: "" };
  };
  const parts = { platform: "darwin", run, clock: realClock, interfaces: () => ({ en0: [card] }) } as const;
  return { asked, probe: createProbe({ ...parts, sourceFor: async () => address, ...(stop ? { stop } : {}) }) };
}

describe("a probe", () => {
  it("pings from the branch's address of this machine", async () => {
    const { probe, asked } = host("172.16.0.9");
    expect(await probe(path)).toEqual({ is: "answered", sent: 4, received: 2, averageMs: 31 });
    expect(asked).toEqual(["ping -n -c 6 -W 2000 -S 172.16.0.9 10.1.0.10"]);
  });

  it("sends nothing from a machine that is not in the branch, and gives the line to run there", async () => {
    const { probe, asked } = host("192.168.1.5");
    expect(await probe(path)).toEqual({ is: "not-from-here", line: "ping 10.1.0.10" });
    expect(asked).toEqual([]);
  });

  it("proves nothing when it was interrupted", async () => {
    const { probe } = host("172.16.0.9", AbortSignal.abort());
    await expect(probe(path)).rejects.toMatchObject({ kind: "interrupted" });
  });

  it("runs no ping for something that is not an address", async () => {
    const { probe, asked } = host("172.16.0.9");
    const bad = { ...path, to: { name: "hangzhou", address: "-f" } };
    await expect(probe(bad)).rejects.toMatchObject({ kind: "usage", code: "not-an-address" });
    expect(asked).toEqual([]);
  });
});
