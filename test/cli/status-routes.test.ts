import { beforeAll, describe, expect, it } from "vitest";
import { tutorialB } from "../../src/simulator/scenarios/tutorial-b.ts";
import { startIn, tutorialBDone } from "../steps/ping/built-by-hand.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { openSharedCloud } from "../support/two-operators.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";

type Row = readonly [destination: string, nextHop: string, type: string];

function vpcRows(net: string, attachment: string): readonly Row[] {
  return [
    [`${net}.0.0/24`, "Local", "System"],
    [`${net}.1.0/24`, "Local", "System"],
    ["10.0.0.0/8", attachment, "Custom"],
    ["172.16.0.0/12", attachment, "Custom"],
    ["192.168.0.0/16", attachment, "Custom"],
  ];
}

/** The route tables of the tutorial's route description, word for word. */
const tutorial: Readonly<Record<string, readonly Row[]>> = {
  "TR (Singapore)": [
    ["10.0.0.0/24", "attach1", "Propagated Routes"],
    ["10.0.1.0/24", "attach1", "Propagated Routes"],
    ["172.16.0.0/24", "attach2", "Propagated Routes"],
    ["172.16.1.0/24", "attach2", "Propagated Routes"],
    ["192.168.0.0/24", "attach3", "Propagated Routes"],
    ["192.168.1.0/24", "attach3", "Propagated Routes"],
  ],
  VPC1: vpcRows("10.0", "attach1"),
  VPC2: vpcRows("172.16", "attach2"),
  VPC3: vpcRows("192.168", "attach3"),
};

/** What status says of one item. */
interface ItemShown {
  readonly title: string;
  readonly name: string;
  readonly is: string;
  readonly says: readonly { readonly text: string }[];
}

type Shown = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

function rowsOf(tables: Shown): Readonly<Record<string, readonly Row[]>> {
  const rows = (table: Shown[string]) =>
    table.map((row): Row => [row.destination ?? "", row["next hop"] ?? "", row.type ?? ""]);
  const routes = Object.entries(tables).filter(([, table]) => table[0]?.destination !== undefined);
  return Object.fromEntries(routes.map(([heading, table]) => [heading, rows(table)]));
}

describe("status --routes after tutorial B", () => {
  const cwd = newFolder();
  const file = ["--simulate", "-f", exampleFile("tutorial-b")];
  const run = (...argv: string[]) => runCli([...argv, ...file], createTestHost({ cwd }));
  const tables = async (...argv: string[]) =>
    rowsOf((JSON.parse((await run("status", "--routes", "--json", ...argv)).stdout) as { tables: Shown }).tables);

  beforeAll(async () => {
    expect((await run("apply", "--yes", "--approve-purchases")).code).toBe(0);
    const writes = worldIn(cwd, "tutorial-b").calls.filter((call) => call.kind === "write");
    expect(writes).toHaveLength(10);
  }, 60_000);

  it("shows the tutorial's tables, row for row", async () => {
    expect(await tables()).toEqual(tutorial);
  });

  it("shows them as text in the same words and order", async () => {
    const { stdout } = await run("status", "--routes");
    const lines = Object.entries(tutorial).flatMap(([heading, rows]) => [heading, ...rows.map((row) => row.join(" "))]);
    const shown = stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, " "));
    const known = new Set(lines);
    expect(shown.filter((line) => known.has(line))).toEqual(lines);
  });

  it("shows the cloud's own routes with --all only", async () => {
    const all = await tables("--all");
    for (const [heading, rows] of Object.entries(tutorial)) {
      const more = (all[heading] ?? []).filter(([destination]) => !rows.some(([known]) => known === destination));
      expect(more).toEqual(heading.startsWith("TR") ? [] : [["100.64.0.0/10", "service", "System"]]);
    }
  });
});

describe("status with one key of two", () => {
  const finished = { ...tutorialB, build: startIn(tutorialBDone()) };
  const notReadable = [["not readable from here", "", ""]];

  async function seenBy(account: string) {
    const shared = await openSharedCloud(finished);
    try {
      const { code, stdout } = await shared.operator(account).run("status", "--routes", "--json");
      expect(shared.callsOfOthers(account)).toEqual([]);
      const { tables, status } = JSON.parse(stdout) as { tables: Shown; status: readonly ItemShown[] };
      return {
        code,
        status,
        tables,
        pairs: (tables["Who reaches whom"] ?? []).map(({ from, to, path }) => `${from}>${to} ${path}`),
      };
    } finally {
      await shared.close();
    }
  }

  it("account A reads no routes of VPC3, and calls nothing proven that it cannot read", async () => {
    const { tables, pairs } = await seenBy("hub");
    const { VPC3: _, ...readable } = tutorial;
    expect(rowsOf(tables)).toEqual({ ...readable, vpc3: notReadable });
    const unread =
      "not readable from here: the security groups of vpc3 (account shop); the routes of vpc3 (account shop)";
    expect(pairs).toEqual([
      "vpc1>vpc2 configured",
      `vpc1>vpc3 ${unread}`,
      "vpc2>vpc1 configured",
      `vpc2>vpc3 ${unread}`,
      "vpc3>vpc1 not readable from here",
      "vpc3>vpc2 not readable from here",
    ]);
  });

  it("account B reads its own VPC's, and neither the router's nor the others'", async () => {
    const { code, status, tables, pairs } = await seenBy("shop");
    const rows = rowsOf(tables);
    expect(rows).toMatchObject({ "TR (Singapore)": notReadable, vpc1: notReadable, vpc2: notReadable });
    expect(rows.VPC3?.map(([destination, , type]) => `${destination} ${type}`)).toEqual(
      tutorial.VPC3?.map(([destination, , type]) => `${destination} ${type}`),
    );
    expect(pairs).not.toEqual([]);
    expect(pairs.filter((pair) => !pair.includes("not readable from here"))).toEqual([]);
    // Which attachment is VPC3's only the CEN's owner can tell.
    const routes = status.find(({ title, name }) => title === "VPC routes set" && name === "vpc3");
    expect(routes).toMatchObject({
      is: "waiting",
      says: [
        { text: expect.stringMatching(/^not readable from here: whether tr-attach-\w+, to which the routes of vpc3/) },
      ],
    });
    expect(code).toBe(0);
  });
});
