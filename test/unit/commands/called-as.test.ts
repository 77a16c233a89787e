import { describe, expect, it } from "vitest";
import { againLine, createPlacing, lineAlike } from "../../../src/commands/called-as.ts";
import type { Flags } from "../../../src/commands/flags.ts";

const url = "http://control:token@127.0.0.1:4000";
const flags: Flags = { file: "office.yaml", state: "diary", profile: "prod", simulate: url, scenario: "tutorial-a" };
const everything = `-f office.yaml --simulate=${url} --scenario tutorial-a --profile prod --state diary`;

describe("a command that a text names", () => {
  const placing = createPlacing(flags);
  it.each([
    ["sagctl apply", `sagctl apply ${everything}`],
    ["sagctl attach --only sv", `sagctl attach ${everything} --only sv`],
    [
      "Who that is: sagctl whoami. All: sagctl plan --permissions",
      `Who that is: sagctl whoami ${everything}. All: sagctl plan ${everything} --permissions`,
    ],
    ["What there is: sagctl simulate ledger", `What there is: sagctl simulate ledger ${everything}`],
  ])("%s works where this one did", (text, placed) => {
    expect(placing(text, "reader")).toBe(placed);
  });

  it.each([
    "sagctl never detaches it",
    "sagctl init > office.yaml",
    "Start it: sagctl simulate serve",
    "All there is: sagctl plan --help",
    "sagctl attachments",
    "This is the word of sagctl grant: it begins so",
  ])("%s is left as it is", (text) => {
    expect(placing(text, "reader")).toBe(text);
  });

  it("says nothing twice", () => {
    const text = "sagctl setup --simulate --scenario NAME";
    expect(createPlacing({ simulate: true, scenario: "tutorial-a" })(text, "reader")).toBe(text);
    expect(createPlacing({ simulate: true })("sagctl simulate reset", "reader")).toBe("sagctl simulate reset");
  });

  it("keeps file, key and diary to itself when somebody in another account has to type it", () => {
    const text = "sagctl attach --vpc vpc-1";
    expect(placing(text, "other account")).toBe(`sagctl attach --simulate=${url} --scenario tutorial-a --vpc vpc-1`);
  });
});

describe("a step that is named where no file says anything", () => {
  const inputs = {
    cidr: { value: ["10.64.0.0/16"], from: "--cidr" },
    region: { value: "us-west-1", from: "--region" },
    verify: { value: ["10.0.0.10"], from: "--verify" },
    "ship-to-name": { value: "Wang Invented", from: "--ship-to-name" },
  };
  const inputsOf = new Map([
    ["security-group", ["vpc", "region", "cidr"]],
    ["region-connection", ["between", "connection-mbps"]],
    ["purchase", ["ship-to-name"]],
  ]);
  const placing = createPlacing({ name: "office", region: "us-west-1", simulate: true, inputs }, inputsOf);

  it.each([
    ["sagctl purchase", "sagctl purchase --name office --simulate"],
    [
      "sagctl security-group --only vpc-1",
      "sagctl security-group --name office --cidr 10.64.0.0/16 --region us-west-1 --simulate",
    ],
    ["sagctl purchase --name other --dry-run", "sagctl purchase --simulate --name other --dry-run"],
    [
      "sagctl region-connection --only ccn/vpc-1",
      "sagctl region-connection --name office --between ccn,us-west-1 --simulate",
    ],
  ])("%s has the flags that were typed for this one, and picks nothing by name", (text, placed) => {
    expect(placing(text, "reader")).toBe(placed);
  });

  it("belongs to the network that was named: its diary, and its marks", () => {
    const flags = { name: "vpc3", network: "three-vpcs", marker: "b4d1f7093ac6", inputs };
    const named = "sagctl purchase --name vpc3 --network three-vpcs --marker b4d1f7093ac6";
    expect(createPlacing(flags, inputsOf)("sagctl purchase", "reader")).toBe(named);
  });
});

describe("the line to run again", () => {
  it("has goal, patience, consents and the step's own flags, but not where the box goes", () => {
    const inputs = {
      cidr: { value: ["10.64.0.0/16", "10.65.0.0/16"], from: "--cidr" },
      "vpc-name": { value: "it's ours", from: "--vpc-name" },
      "ship-to-name": { value: "Wang Invented", from: "--ship-to-name" },
      area: { value: "mainland-china", from: "--area" },
    };
    const own = {
      area: "mainland-china",
      wait: "48h",
      only: ["a", "b"],
      eager: true,
      yes: true,
      approvePurchases: true,
    };
    const not = { dryRun: true, buyAgain: ["sagctl-1-g1"], color: true, input: true, allowDestroy: false };
    expect(againLine("purchase", { ...flags, ...own, ...not, inputs })).toBe(
      "sagctl purchase --cidr 10.64.0.0/16,10.65.0.0/16 --vpc-name 'it'\\''s ours' --area mainland-china" +
        " --yes --approve-purchases --only a,b --wait 48h --eager",
    );
  });

  it("has what only this command takes", () => {
    expect(againLine("undo", { includeFound: true, input: false })).toBe("sagctl undo --include-found --no-input");
  });
});

it("another command has the same goal, patience and consents, and is shown as it is usually shown", () => {
  const own = { only: ["beijing"], yes: true, json: true, verbose: true, name: "x", eager: true, wait: "1h" };
  expect(lineAlike("apply", { ...flags, ...own })).toBe("sagctl apply --yes --only beijing --wait 1h --eager");
});
