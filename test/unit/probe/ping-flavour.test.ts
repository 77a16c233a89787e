import { describe, expect, it } from "vitest";
import { flavourFrom, flavourOf, pingArguments } from "../../../src/probe/ping-flavour.ts";

const wish = { address: "10.1.0.10", count: 6, waitMs: 1500, source: "172.16.0.9" };

describe("arguments of a ping", () => {
  it.each([
    ["iputils", "-n -c 6 -W 2 -I 172.16.0.9 10.1.0.10"],
    ["busybox", "-c 6 -W 2 -I 172.16.0.9 10.1.0.10"],
    ["bsd", "-n -c 6 -W 1500 -S 172.16.0.9 10.1.0.10"],
    ["windows", "-4 -n 6 -w 1500 -S 172.16.0.9 10.1.0.10"],
  ] as const)("are those of %s", (flavour, line) => {
    expect(pingArguments(flavour, wish).join(" ")).toBe(line);
  });

  it("leave the source to the system when none is given", () => {
    expect(pingArguments("iputils", { address: "10.1.0.10", count: 1, waitMs: 1000 })).not.toContain("-I");
  });

  it.each(["-f", "example.com", "10.1.0.10;id", "::1", "10.1.0", ""])("never hold %j as address or source", (text) => {
    expect(() => pingArguments("iputils", { ...wish, address: text })).toThrow("is not an IPv4 address");
    expect(() => pingArguments("iputils", { ...wish, source: text })).toThrow("is not an IPv4 address");
  });
});

describe("flavour of a ping", () => {
  it("follows the platform, but for Linux", () => {
    expect((["win32", "darwin", "freebsd", "linux"] as const).map(flavourOf)).toEqual([
      "windows",
      "bsd",
      "bsd",
      undefined,
    ]);
  });

  it("is told by -V on Linux", () => {
    expect(flavourFrom("ping from iputils 20240905\nlibcap: yes, IDN: yes")).toBe("iputils");
    expect(flavourFrom("ping: unrecognized option: V\nBusyBox v1.36.1 (2024-06-10) multi-call binary.")).toBe(
      "busybox",
    );
  });
});
