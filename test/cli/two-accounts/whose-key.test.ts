import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { openSharedCloud, type SharedCloud } from "../../support/two-operators.ts";
import { exampleFile } from "../../support/worlds.ts";

const HUB = "1000000000000001";
const SHOP = "2000000000000002";

let shared: SharedCloud;
beforeEach(async () => {
  shared = await openSharedCloud(tutorialB);
});
afterEach(() => shared.close());

const inFile = (operator: { readonly folder: string }, replace: readonly (readonly [string, string])[]) => {
  const text = replace.reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    readFileSync(exampleFile("tutorial-b"), "utf8"),
  );
  writeFileSync(join(operator.folder, "sagctl.yaml"), text);
};

describe("whose key it is", () => {
  it("says the service: the second account's key is not taken for the hub's", async () => {
    const shop = shared.operator("shop");
    const { code, stdout } = await shop.run("whoami", "--json");
    expect(code).toBe(0);
    const rows = JSON.parse(stdout).tables.accounts;
    expect(rows).toContainEqual(
      expect.objectContaining({ name: "shop", account: SHOP, key: "environment (ALIBABA_CLOUD_ACCESS_KEY_ID)" }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ name: "hub", account: HUB, key: expect.stringContaining("none here") }),
    );
    expect(shared.callsOfOthers("shop")).toEqual([]);
  });

  it("a key of an account that the file does not name ends the run before anything is looked at", async () => {
    const shop = shared.operator("shop");
    inFile(shop, [[SHOP, "3000000000000003"]]);
    const { code, stdout } = await shop.run("plan", "--json");
    expect(code).toBe(7);
    expect(JSON.parse(stdout).error.message.text).toBe(
      `The key belongs to account ${SHOP}, but the network file names ${HUB} for hub, and 3000000000000003 for shop`,
    );
    expect(shared.cloud.calls().map((call) => call.action)).toEqual(["GetCallerIdentity"]);
  });

  it("what lies in the other account is said to be unreadable, and nothing is asked under its name", async () => {
    const shop = shared.operator("shop");
    const { stdout } = await shop.run("plan", "--json");
    const row = JSON.parse(stdout).plan.rows.find((one: { item: string }) => one.item === "cen/CEN1");
    expect(row.verdict).toMatchObject({ is: "blocked", who: "account", unseen: true });
    expect(row.verdict.on.text).toContain("not readable from here");
    expect(shared.callsOfOthers("shop")).toEqual([]);
  });
});

describe("two names for one account", () => {
  it("are told by the file alone, whoever's key is here", async () => {
    const hub = shared.operator("hub");
    inFile(hub, [[`shop: { uid: "${SHOP}" }`, `shop: { uid: "${HUB}" }`]]);
    const { code, stderr } = await hub.run("grant");
    expect([code, stderr.replace(/\s+/g, " ")]).toEqual([
      2,
      expect.stringContaining("sagctl.yaml:19:16: shop has the account id of hub"),
    ]);
    expect(shared.cloud.calls()).toEqual([]);
  });

  it("whose keys are both its own are told before anything is looked at", async () => {
    const cwd = newFolder();
    inFile({ folder: cwd }, [
      [`  hub: { uid: "${HUB}" }`, "  office: {}"],
      [`  shop: { uid: "${SHOP}" }`, "  hub: {}"],
      ["account: shop", "account: hub"],
    ]);
    const { code, stderr } = await runCli(["plan", shared.url], createTestHost({ cwd }));
    expect(code).toBe(7);
    expect(stderr).toContain(`The keys of office and hub are both of account ${HUB}`);
    expect(new Set(shared.cloud.calls().map((call) => call.action))).toEqual(new Set(["GetCallerIdentity"]));
  });
});
