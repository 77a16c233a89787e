import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import type { BranchPath } from "../../../src/engine/probe-path.ts";
import { chosenSource, findSource, lineToRun } from "../../../src/probe/from-here.ts";

const path: BranchPath = {
  from: { branch: "beijing", cidrs: ["192.168.7.0/24", "172.16.0.0/12"] },
  to: { name: "hangzhou", address: "10.1.0.10" },
  protocol: "icmp",
};

function card(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: "IPv4", netmask: "", mac: "", cidr: null };
}

function machine(addresses: readonly NetworkInterfaceInfo[], chosen?: string) {
  return { interfaces: () => ({ eth0: [...addresses] }), sourceFor: async () => chosen };
}

describe("a probe from here", () => {
  it("starts from an address of the branch, in whichever of its blocks", async () => {
    expect(await findSource(path, machine([card("10.9.9.9"), card("172.31.255.1")], "172.31.255.1"))).toBe(
      "172.31.255.1",
    );
    expect(await findSource(path, machine([card("192.168.7.4")], "192.168.7.4"))).toBe("192.168.7.4");
  });

  it("does not happen where no address is of the branch", async () => {
    expect(await findSource(path, machine([card("172.32.0.1"), card("192.168.8.1")], "172.32.0.1"))).toBeUndefined();
  });

  it("does not happen because a Docker bridge lies in the branch's block", async () => {
    const laptop = machine([card("192.168.1.5"), card("172.17.0.1")], "192.168.1.5");
    expect(await findSource(path, laptop)).toBeUndefined();
  });

  it("does not start from a loopback address", async () => {
    const loopback = { ...path, from: { ...path.from, cidrs: ["127.0.0.0/8"] } };
    expect(await findSource(loopback, machine([card("127.0.0.1", true)]))).toBeUndefined();
  });

  it("relies on the interfaces where the route table cannot be asked", async () => {
    expect(await findSource(path, machine([card("172.16.0.9")]))).toBe("172.16.0.9");
  });

  it("starts from --source when that is an address of this machine, in the branch or not", async () => {
    const from = (source: string) => ({ ...path, from: { ...path.from, source } });
    const here = machine([card("172.16.0.9"), card("10.200.0.2")], "172.16.0.9");
    expect(await findSource(from("10.200.0.2"), here)).toBe("10.200.0.2");
    expect(await findSource(from("10.200.0.3"), here)).toBeUndefined();
  });

  it("is, elsewhere, one line that every system understands", () => {
    expect(lineToRun(path)).toBe("ping 10.1.0.10");
    expect(lineToRun({ ...path, protocol: "tcp", port: 443 })).toBe("nc -vz -w 5 10.1.0.10 443");
  });

  it("asks the real route table without sending anything: to itself a machine speaks from itself", async () => {
    expect(await chosenSource("127.0.0.1")).toBe("127.0.0.1");
  });
});
