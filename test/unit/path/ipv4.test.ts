import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, cutBy, rangeOf, touches } from "../../../src/path/ipv4.ts";

describe("IPv4 ranges", () => {
  it.each([
    ["10.1.0.0/24", 0x0a010000, 0x0a0100ff],
    ["10.1.0.7/24", 0x0a010000, 0x0a0100ff],
    ["172.16.0.0/12", 0xac100000, 0xac1fffff],
    ["0.0.0.0/0", 0, 0xffffffff],
    ["255.255.255.255", 0xffffffff, 0xffffffff],
  ])("read %s, host bits ignored", (text, first, last) => {
    expect(rangeOf(text)).toEqual({ first, last });
  });

  it.each(["", "10.1.0.256", "10.1.0", "10.1.0.0/33", "::/0", "10.1.0.0/24/8", "ten"])(
    "read no range in %j",
    (text) => {
      expect(rangeOf(text)).toBeUndefined();
    },
  );

  it("know what covers and what only touches", () => {
    const [outer, inner] = [
      { first: 10, last: 20 },
      { first: 20, last: 25 },
    ];
    expect([touches(outer, inner), covers(outer, inner), covers(outer, outer)]).toEqual([true, false, true]);
    expect(touches(outer, { first: 21, last: 25 })).toBe(false);
  });

  it("are cut so that the pieces make up the whole and each other range holds a piece wholly or not at all", () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 6 }), (whole, others) => {
        const pieces = cutBy(whole, others);
        const starts = pieces.map(({ first }) => first);
        const ends = pieces.map(({ last }) => last + 1);
        expect([...starts, whole.last + 1]).toEqual([whole.first, ...ends]);
        for (const piece of pieces) {
          expect(piece.first).toBeLessThanOrEqual(piece.last);
          for (const other of others) expect(touches(other, piece)).toBe(covers(other, piece));
        }
      }),
    );
  });
});
