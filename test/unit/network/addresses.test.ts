import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cidrProblem,
  contains,
  freeBlocks,
  hasAddress,
  isAddress,
  isPrivate,
  overlaps,
  parseCidr,
} from "../../../src/network/addresses.ts";
import { plain } from "../../../src/text.ts";

const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join("."));
const written = fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([ip, length]) => `${ip}/${length}`);
const canonical = written.map((text) => parseCidr(text)?.cidr ?? "");
/** Blocks that are near each other, so that they really do touch. */
const inTen = fc
  .tuple(octet, octet, fc.integer({ min: 8, max: 24 }))
  .map(([b, c, length]) => parseCidr(`10.${b}.${c}.0/${length}`)?.cidr ?? "");

const problemOf = (text: string) => {
  const problem = cidrProblem(text);
  return problem && `${problem.code}: ${plain(problem.text)}`;
};

describe("reading a CIDR block", () => {
  it("clears host bits, and a canonical block reads as itself", () => {
    fc.assert(
      fc.property(written, (text) => {
        const cidr = parseCidr(text);
        expect(parseCidr(cidr?.cidr ?? "")).toEqual({ ...cidr, hasHostBits: false });
        expect(cidr?.hasHostBits).toBe(cidr?.cidr !== text);
      }),
    );
  });

  it("keeps the address that was written inside the block", () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(hasAddress(parseCidr(text)?.cidr ?? "", text.split("/")[0] ?? "")).toBe(true);
      }),
    );
  });

  it.each(["", "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "256.0.0.0/8", "010.0.0.0/8"])(
    "refuses %j",
    (text) => expect(parseCidr(text)).toBeUndefined(),
  );

  it.each(["10.0.0.0/08", "10.0.0.0/ 8", " 10.0.0.0/8", "a.b.c.d/8", "::/0", "10.0.0.0/8\n", "1e1.0.0.0/8"])(
    "refuses %j, which cidr-tools or Number would take",
    (text) => expect(parseCidr(text)).toBeUndefined(),
  );

  it("knows an address from a block and from a name", () => {
    expect(["10.1.0.10", "10.1.0.10/32", "host", "10.1.0"].map(isAddress)).toEqual([true, false, false, false]);
  });
});

const otherwise = "which no branch can use; write its private addresses, such as 172.16.0.0/12";

describe("what a branch may write", () => {
  it.each([
    ["172.16.0.0/12", undefined],
    ["10.0.0.1/32", undefined],
    ["172.16.0.1/12", "cidr-host-bits: 172.16.0.1/12 has host bits set; write 172.16.0.0/12"],
    ["172.16.0.0/33", "cidr-malformed: 172.16.0.0/33 is not an IPv4 CIDR block such as 172.16.0.0/12"],
    ["beijing", "cidr-malformed: beijing is not an IPv4 CIDR block such as 172.16.0.0/12"],
    ["8.0.0.0/7", "cidr-mask: 8.0.0.0/7 is wider than /8; masks go from /8 to /32; write the prefixes that are in use"],
    [
      "172.16.0.0/4",
      "cidr-mask: 172.16.0.0/4 is wider than /8; masks go from /8 to /32; write the prefixes that are in use",
    ],
    ["100.64.1.0/10", `cidr-reserved: 100.64.1.0/10 lies in 100.64.0.0/10, ${otherwise}`],
    ["0.0.0.0/0", "cidr-mask: 0.0.0.0/0 is wider than /8; masks go from /8 to /32; write the prefixes that are in use"],
    ["100.64.0.0/16", `cidr-reserved: 100.64.0.0/16 lies in 100.64.0.0/10, ${otherwise}`],
    ["239.1.0.0/16", `cidr-reserved: 239.1.0.0/16 lies in 224.0.0.0/3, ${otherwise}`],
  ])("%s: %s", (text, said) => expect(problemOf(text)).toBe(said));

  it("is accepted once it is written as the refusal says", () => {
    expect(problemOf(problemOf("172.16.0.1/12")?.split("write ")[1] ?? "")).toBeUndefined();
  });
});

describe("comparing blocks", () => {
  it("overlaps both ways or not at all, and exactly when one contains the other", () => {
    fc.assert(
      fc.property(inTen, inTen, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
      }),
    );
  });

  it("contains itself, and others only one way unless they are equal", () => {
    fc.assert(
      fc.property(canonical, canonical, (a, b) => {
        expect(contains(a, a)).toBe(true);
        expect(contains(a, b) && contains(b, a)).toBe(a === b);
      }),
    );
  });

  it.each([
    ["172.16.0.0/12", true],
    ["172.0.0.0/8", false],
    ["10.200.0.0/16", true],
    ["192.168.7.0/24", true],
    ["8.8.8.0/24", false],
  ])("%s is private: %s", (cidr, answer) => expect(isPrivate(cidr)).toBe(answer));

  it("finds no address in a block that is not an address", () => {
    expect(hasAddress("10.0.0.0/8", "server")).toBe(false);
    expect(hasAddress("10.0.0.0/16", "10.1.0.10")).toBe(false);
  });
});

describe("free blocks", () => {
  it("are private, of the size asked for, and touch neither what is taken nor each other", () => {
    fc.assert(
      fc.property(fc.array(inTen, { maxLength: 8 }), fc.integer({ min: 8, max: 30 }), (taken, length) => {
        const free = freeBlocks(length, taken, 4);
        for (const [index, block] of free.entries()) {
          expect(parseCidr(block)).toEqual({ cidr: block, prefixLength: length, hasHostBits: false });
          expect(isPrivate(block)).toBe(true);
          expect([...taken, ...free.slice(0, index)].filter((other) => overlaps(block, other))).toEqual([]);
        }
      }),
    );
  });

  it("are found whenever there is one", () => {
    fc.assert(
      fc.property(fc.array(inTen, { maxLength: 6 }), (taken) => {
        const all = Array.from({ length: 16 }, (_, index) => `10.${index * 16}.0.0/12`).concat("172.16.0.0/12");
        const expected = all.filter((block) => !taken.some((other) => overlaps(block, other)));
        expect(freeBlocks(12, taken, 99)).toEqual(expected);
      }),
    );
  });

  it("come from the lowest address on, as many as asked for", () => {
    expect(freeBlocks(12, ["10.0.0.0/16", "10.1.0.0/16", "10.32.0.0/11"], 2)).toEqual(["10.16.0.0/12", "10.64.0.0/12"]);
    expect(freeBlocks(24, ["10.0.0.0/8", "172.16.0.0/12"], 1)).toEqual(["192.168.0.0/24"]);
  });

  it("take the cloud's texts with host bits for what they mean", () => {
    expect(freeBlocks(8, ["10.9.8.7/16"], 3)).toEqual([]);
  });

  it("are none where all is taken", () => {
    expect(freeBlocks(24, ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"], 2)).toEqual([]);
  });
});
