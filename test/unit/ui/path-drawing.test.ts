import { describe, expect, it } from "vitest";
import { displayWidth } from "../../../src/ui/layout/display-width.ts";
import { frameOf } from "../../../src/ui/layout/frame.ts";
import { type PathPicture, pathLines } from "../../../src/ui/screens/path-drawing.ts";

function drawn(columns: number, picture: PathPicture, unicode = true): string {
  const lines = pathLines(frameOf({ columns, unicode }), picture);
  return `\n${lines.map((line) => line.map((span) => span.text).join("")).join("\n")}\n`;
}

const oneRegion: PathPicture = {
  vpc: { name: "vpc1", address: "10.0.0.1" },
  router: "TR Singapore",
  destinations: [
    { name: "vpc2", address: "172.16.0.1", is: "answers", averageMs: 2 },
    { name: "vpc3", address: "192.168.0.1", is: "silent" },
  ],
};

const twoRegions: PathPicture = {
  ...oneRegion,
  destinations: [
    { name: "vpc2", address: "172.16.0.1", is: "answers", averageMs: 2 },
    { name: "vpc3", address: "192.168.0.1", is: "answers", averageMs: 62, behind: "TR Hangzhou" },
  ],
};

const officeToo: PathPicture = {
  branch: { name: "beijing", cidrs: ["172.16.0.0/12"] },
  ccn: "Mainland China",
  destinations: [{ name: "hangzhou", address: "10.1.0.10", is: "answers", averageMs: 32 }],
};

describe("the finished path of a VPC", () => {
  it("shows what answers behind its router, at 80 columns", () => {
    expect(drawn(80, oneRegion)).toMatchInlineSnapshot(`
      "
        vpc1 10.0.0.1
          └─ TR Singapore ─┬─ vpc2  172.16.0.1        2 ms
                           └─ vpc3  192.168.0.1  no answer
      "
    `);
  });

  it("shows the same one below the other at 40", () => {
    expect(drawn(40, oneRegion)).toMatchInlineSnapshot(`
      "
      vpc1 10.0.0.1
      └─ TR Singapore
         ├─ vpc2
         │  172.16.0.1  2 ms
         └─ vpc3
            192.168.0.1  no answer
      "
    `);
  });

  it("names the port that was tried beside the ping, at 80 columns and at 40", () => {
    const tcp = { port: 8_080, is: "silent" } as const;
    const [destination] = officeToo.destinations;
    const tried = { ...officeToo, destinations: [{ ...destination, tcp }] } as PathPicture;
    expect(drawn(80, tried)).toMatchInlineSnapshot(`
      "
      beijing 172.16.0.0/12
      └─ SAG
         └─ CCN Mainland China
            └─ CEN
               └─ hangzhou
                  10.1.0.10  32 ms, TCP 8080 no answer
      "
    `);
    expect(drawn(40, tried)).toMatchInlineSnapshot(`
      "
      beijing 172.16.0.0/12
      └─ SAG
         └─ CCN Mainland China
            └─ CEN
               └─ hangzhou
                  10.1.0.10
                  32 ms, TCP 8080 no answer
      "
    `);
  });

  it("shows which VPCs lie behind the router of another region, at 80 columns and at 40", () => {
    expect(drawn(80, twoRegions)).toMatchInlineSnapshot(`
      "
        vpc1 10.0.0.1
          └─ TR Singapore ─┬─ vpc2                 172.16.0.1    2 ms
                           └─ TR Hangzhou ── vpc3  192.168.0.1  62 ms
      "
    `);
    expect(drawn(40, twoRegions)).toMatchInlineSnapshot(`
      "
      vpc1 10.0.0.1
      └─ TR Singapore
         ├─ vpc2
         │  172.16.0.1  2 ms
         └─ TR Hangzhou ── vpc3
            192.168.0.1  62 ms
      "
    `);
  });

  it("needs no sign that a plain terminal lacks", () => {
    expect(drawn(80, twoRegions, false)).toMatch(/^[\x20-\x7e\n]+$/);
  });
});

describe("the finished path of a branch", () => {
  it("still goes by gateway, CCN and CEN", () => {
    expect(drawn(80, officeToo)).toMatchInlineSnapshot(`
      "
        beijing 172.16.0.0/12
          └─ SAG ── CCN Mainland China ── CEN ─── hangzhou  10.1.0.10  32 ms
      "
    `);
    expect(drawn(40, officeToo)).toMatchInlineSnapshot(`
      "
      beijing 172.16.0.0/12
      └─ SAG
         └─ CCN Mainland China
            └─ CEN
               └─ hangzhou
                  10.1.0.10  32 ms
      "
    `);
  });
});

it("no picture is wider than the terminal, whatever is in it", () => {
  const long = { name: "a-vpc-with-a-very-long-name-indeed", address: "192.168.100.100", is: "not-pinged" as const };
  const picture: PathPicture = {
    vpc: { name: long.name, address: long.address },
    router: "TR Kuala Lumpur",
    destinations: [long, { ...long, behind: "TR Silicon Valley" }],
  };
  for (const columns of [40, 60, 80, 120]) {
    for (const line of drawn(columns, picture).split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  }
});
