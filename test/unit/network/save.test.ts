import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { PlacedValue } from "../../../src/network/overlay.ts";
import { saveNetworkFile } from "../../../src/network/yaml/save.ts";
import { networkOf } from "./network-text.ts";

const text = `# our office
network: beijing-office      # the name

cen: { name: global }        # or id: cen-…
branches:
  beijing:
    cidrs:
      - 172.16.0.0/12        # the office
      - 192.168.0.0/24       # the lab
    gateway:
      model: sag-100wm       # small
      bandwidthMbps: 10

# the VPCs
vpcs:
  hangzhou: { id: vpc-1, region: cn-hangzhou }   # prod
connections:
  - { between: [ccn, hangzhou], bandwidthMbps: 5 }

allow: [icmp]   # ping`;

const edit = (value: unknown, ...path: (string | number)[]): PlacedValue => ({ path, value });

/** The lines that an edit took away (-) and brought (+), in no order. */
function changed(edits: readonly PlacedValue[], before = text): string[] {
  const [old, now] = [before.split("\n"), saveNetworkFile(before, edits).split("\n")];
  const left = old.filter((line) => !now.includes(line)).map((line) => `- ${line.trim()}`);
  return [...left, ...now.filter((line) => line !== "" && !old.includes(line)).map((line) => `+ ${line.trim()}`)];
}

const small: [what: string, edit: PlacedValue, lines: string[]][] = [
  [
    "a value",
    edit(20, "branches", "beijing", "gateway", "bandwidthMbps"),
    ["- bandwidthMbps: 10", "+ bandwidthMbps: 20"],
  ],
  [
    "a value with a comment",
    edit("sag-1000", "branches", "beijing", "gateway", "model"),
    ["- model: sag-100wm       # small", "+ model: sag-1000       # small"],
  ],
  ["a new key", edit(12, "branches", "beijing", "gateway", "months"), ["+ months: 12"]],
  [
    "a new key between braces",
    edit("cen-1", "cen", "id"),
    ["- cen: { name: global }        # or id: cen-…", "+ cen: { name: global, id: cen-1 }        # or id: cen-…"],
  ],
  ["a key taken out", edit(undefined, "branches", "beijing", "gateway", "model"), ["- model: sag-100wm       # small"]],
  [
    "a list that grew",
    edit(["172.16.0.0/12", "192.168.0.0/24", "10.64.0.0/12"], "branches", "beijing", "cidrs"),
    ["+ - 10.64.0.0/12"],
  ],
  [
    "a list that shrank",
    edit(["192.168.0.0/24"], "branches", "beijing", "cidrs"),
    ["- - 172.16.0.0/12        # the office"],
  ],
  [
    "a list on one line",
    edit(["icmp", "tcp/443"], "allow"),
    ["- allow: [icmp]   # ping", "+ allow: [icmp, tcp/443]   # ping"],
  ],
  [
    "a connection by its name",
    edit(6, "connections", "ccn/hangzhou", "bandwidthMbps"),
    ["- - { between: [ccn, hangzhou], bandwidthMbps: 5 }", "+ - { between: [ccn, hangzhou], bandwidthMbps: 6 }"],
  ],
  [
    "a new connection",
    edit(7, "connections", "ccn/us", "bandwidthMbps"),
    ["+ - {between: [ccn, us], bandwidthMbps: 7}"],
  ],
  [
    "a new branch",
    edit({ cidrs: ["10.80.0.0/12"], gateway: { id: "sag-2" } }, "branches", "shanghai"),
    ["+ shanghai:", "+ cidrs: [10.80.0.0/12]", "+ id: sag-2"],
  ],
  ["a new section behind a last line without an end", edit("tutorial-a", "simulate"), ["+ simulate: tutorial-a"]],
  ["nothing", edit("global", "cen", "name"), []],
];

describe("an edit of a network file", () => {
  it.each(small)("changes %s and no other line", (_, one, lines) => expect(changed([one])).toEqual(lines));

  it("puts a new key where its block ends, before the comment of the next", () => {
    const lines = saveNetworkFile(text, [edit(12, "branches", "beijing", "gateway", "months")]).split("\n");
    expect(lines.slice(11, 15)).toEqual(["      bandwidthMbps: 10", "      months: 12", "", "# the VPCs"]);
  });

  it("keeps every comment when the text itself must be written anew", () => {
    const after = saveNetworkFile(text, [edit(undefined, "vpcs", "hangzhou")]);
    for (const comment of ["# our office", "# the name", "# or id: cen-…", "# the office", "# small", "# the VPCs"]) {
      expect(after).toContain(comment);
    }
    expect(parse(after)).toMatchObject({ vpcs: {} });
  });

  it("fills a key that had nothing behind it", () => {
    const empty = "network: office # ours\nallow:\nreach:\n";
    const after = saveNetworkFile(empty, [edit(["icmp"], "allow"), edit(["us"], "reach", "beijing")]);
    expect(parse(after)).toEqual({ network: "office", allow: ["icmp"], reach: { beijing: ["us"] } });
    expect(after).toContain("# ours");
  });

  it("quotes what YAML would take for something else", () => {
    expect(changed([edit("12345e678901", "marker")])).toEqual(['+ marker: "12345e678901"']);
    expect(changed([edit("a, b", "cen", "name")])[1]).toContain('{ name: "a, b" }');
  });
});

describe("any edits", () => {
  const value = fc.oneof(fc.integer(), fc.string(), fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }));
  const path = fc.constantFrom(
    ["network"],
    ["cen", "id"],
    ["branches", "beijing", "cidrs"],
    ["branches", "beijing", "gateway", "months"],
    ["branches", "shanghai", "gateway", "id"],
    ["vpcs", "hangzhou", "verify"],
    ["reach", "beijing"],
  );

  it("read back as what was written", () => {
    fc.assert(
      fc.property(path, value, (at, what) => {
        const after = parse(saveNetworkFile(text, [{ path: at, value: what }]));
        expect(at.reduce((found, part) => found[part], after)).toEqual(what);
        expect(after.connections).toEqual([{ between: ["ccn", "hangzhou"], bandwidthMbps: 5 }]);
      }),
    );
  });
});

describe("a file that is not there yet", () => {
  const edits = [
    edit("icmp", "allow", 0),
    edit("office", "network"),
    edit({ gateway: { id: "sag-1" }, cidrs: ["172.16.0.0/12"] }, "branches", "beijing"),
  ];

  it("is written in the order of the schema, its keys explained", () => {
    expect(saveNetworkFile(undefined, edits)).toMatchInlineSnapshot(`
      "# The network file of sagctl, written by \`sagctl setup\`. Edit it as you like;
      # later edits keep your comments.

      # The name of this network; names what sagctl makes
      network: office

      # The offices and their gateways
      branches:
        beijing:
          # The office's own addresses; the first block feeds DHCP
          cidrs: [172.16.0.0/12]
          # What to buy, or the id of a gateway that is there
          gateway:
            # A gateway that is there already: nothing is bought
            id: sag-1

      # What the security groups let in: icmp, tcp/443, udp/53, …
      allow: [icmp]
      "
    `);
  });

  it("loads", () => {
    expect(networkOf(saveNetworkFile(undefined, edits)).branches[0]?.gateway).toEqual({ id: "sag-1" });
  });
});
