import { describe, expect, it } from "vitest";
import type { Vpc } from "../../../src/network/network.ts";
import { findRoom } from "../../../src/steps/attach/new-vswitch.ts";
import { type Candidate, chooseZones, type ZoneChoice } from "../../../src/steps/attach/zones.ts";
import { plain } from "../../../src/text.ts";

const vpc: Vpc = { name: "prod", account: "hub", id: "vpc-1", region: "cn-hangzhou", verify: [] };
const offered = ["h", "i", "j"];

const one = (id: string, zone: string, freeAddresses?: number): Candidate => ({
  id,
  zone,
  ...(freeAddresses === undefined ? {} : { freeAddresses }),
});

function inWords(choice: ZoneChoice): string {
  if (choice.is === "wrong") return plain(choice.because);
  const zones = choice.zones.map(({ zone, vSwitch }) => `${zone}:${vSwitch}`).join(" ");
  return choice.is === "chosen" ? zones : `${zones} lacks ${choice.missing.join(" ")}`;
}

function choose(all: readonly Candidate[], named?: readonly string[], zones = offered): string {
  return inWords(chooseZones(named ? { ...vpc, vSwitches: named } : vpc, zones, all));
}

describe("the zones of an attachment", () => {
  it("are the two whose best vSwitches have the most free addresses", () => {
    expect(choose([one("a", "h", 10), one("b", "i", 200), one("c", "j", 100)])).toBe("i:b j:c");
  });

  it("take in each zone the vSwitch with the most free addresses, then the first by id", () => {
    expect(choose([one("a", "h", 10), one("b", "h", 200), one("d", "i", 5), one("c", "i", 5)])).toBe("h:b i:c");
  });

  it("are chosen by id where nothing is known of free addresses", () => {
    expect(choose([one("z", "h"), one("y", "i"), one("x", "j")])).toBe("i:y j:x");
  });

  it("leave out a zone without transit routers, a full vSwitch and one that is not ready", () => {
    const all = [one("a", "k", 250), one("b", "h", 0), { ...one("c", "i", 99), status: "Pending" }, one("d", "j", 1)];
    expect(choose(all)).toBe("j:d lacks h");
  });

  it("need be one only where the region has one only", () => {
    expect(choose([one("a", "h", 10)], undefined, ["h"])).toBe("h:a");
    expect(choose([], undefined, ["h"])).toBe(" lacks h");
    expect(choose([one("a", "h", 10)])).toBe("h:a lacks i");
    expect(choose([])).toBe(" lacks h i");
  });
});

describe("vSwitches that the file names", () => {
  const all = [one("a", "h", 10), one("b", "i", 20), one("c", "i", 30), one("d", "k", 40), one("full", "j", 0)];

  it("are taken as they are, one or three of them", () => {
    expect(choose(all, ["b", "a"])).toBe("h:a i:b");
    expect(choose(all, ["a"])).toBe("h:a");
  });

  it.each([
    ["of another VPC", ["a", "vsw-other"], /^vSwitch vsw-other does not belong to vpc-1 \(prod\), .*: a in h, b in i/],
    ["in a zone without transit routers", ["a", "d"], /^vSwitch d is in k, .* they support h, i, j$/],
    ["in one zone twice", ["b", "c"], /^vSwitches b and c are both in i/],
    ["without a free address", ["full"], /^vSwitch full has no free address/],
  ])("are refused by name when one is %s", (_, named, words) => {
    expect(choose(all, named)).toMatch(words);
  });
});

describe("room for a vSwitch", () => {
  const seen = (cidr: string, ...secondaryCidrs: string[]) =>
    ({ cidr, secondaryCidrs }) as unknown as Parameters<typeof findRoom>[0];

  it("is the first free /24, one for each zone", () => {
    expect(findRoom(seen("10.1.0.0/16"), ["10.1.0.0/24", "10.1.2.0/23"], ["h", "i"])).toEqual([
      { zone: "h", cidr: "10.1.1.0/24" },
      { zone: "i", cidr: "10.1.4.0/24" },
    ]);
  });

  it("is looked for in the secondary blocks too, then among smaller sizes", () => {
    expect(findRoom(seen("10.1.0.0/24", "10.9.0.0/24"), ["10.1.0.0/24"], ["h"])[0]?.cidr).toBe("10.9.0.0/24");
    expect(findRoom(seen("10.1.0.0/24"), ["10.1.0.0/25"], ["h", "i"]).map(({ cidr }) => cidr)).toEqual([
      "10.1.0.128/26",
      "10.1.0.192/26",
    ]);
  });

  it("is nothing where nothing is free", () => {
    expect(findRoom(seen("10.1.0.0/24"), ["10.1.0.0/24"], ["h"])).toEqual([]);
  });
});
