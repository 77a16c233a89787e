import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { SimAction } from "../../src/simulator/action.ts";
import { actions as ecs } from "../../src/simulator/ecs/index.ts";
import { actions as smartag } from "../../src/simulator/smartag/index.ts";
import { actions as vpc } from "../../src/simulator/vpc/index.ts";

// Published wire names and types; they lie beside the repository of those who have them.
const folder = new URL("../../../shared/openapi/", import.meta.url);

/** Where a table is knowingly not the model's: what it misses though it is optional there, and what no model has. */
const knownDifferences: Readonly<Record<string, readonly string[]>> = {
  CreateCloudConnectNetwork: ["IsDefault is not published"],
  UpgradeSmartAccessGateway: ["BandWidthSpec is optional"],
  DowngradeSmartAccessGateway: ["BandWidthSpec is optional"],
  RunCommand: ["InstanceId is optional"],
};

/** Numbers of 16 digits, which the simulated cloud keeps as text. */
const accountIds = ["SmartAGUid", "CenUid", "CenOwnerId"];

const wireTypes: Readonly<Record<string, readonly string[]>> = {
  string: ["string"],
  integer: ["number"],
  boolean: ["boolean"],
  json: ["string"],
};

function differences(action: SimAction, published: Readonly<Record<string, unknown>>): string[] {
  const rules = Object.entries(action.parameters);
  const unmodelled = Object.keys(published).filter(
    (key) => key.endsWith("*") && !(key.slice(0, -1) in action.parameters),
  );
  const wrong = rules.flatMap(([name, rule]) => {
    const isRequired = `${name}*` in published;
    const type = published[name] ?? published[`${name}*`];
    if (type === undefined) return [`${name} is not published`];
    if (isRequired !== (rule.required === true)) return [`${name} is ${isRequired ? "required" : "optional"}`];
    if (accountIds.includes(name) && rule.type === "string" && type === "number") return [];
    const fits = rule.type === "list" ? Array.isArray(type) : wireTypes[rule.type]?.includes(String(type));
    return fits ? [] : [`${name} is ${JSON.stringify(type)}`];
  });
  return [...unmodelled.map((key) => `${key} is missing`), ...wrong];
}

describe.skipIf(!existsSync(folder))("each table is the published one (skipped without ../shared/openapi)", () => {
  const products = { smartag, ecs, vpc };
  const all = Object.entries(products).flatMap(([product, list]) => list.map((action) => ({ product, action })));
  test.each(all)("$product $action.name", ({ product, action }) => {
    const published = JSON.parse(readFileSync(new URL(`${product}.json`, folder), "utf8"));
    const request = published.actions[action.name]?.request ?? {};
    expect(differences(action, request)).toEqual(knownDifferences[action.name] ?? []);
  });
});

test("the comparison sees a wrong type, a wrong mark and a name that is not published", () => {
  const action = {
    parameters: { A: { type: "integer" }, B: { type: "string" }, C: { type: "list" } },
  } as unknown as SimAction;
  const seen = differences(action, { A: "string", "B*": "string", "D*": "string" });
  expect(seen).toEqual(["D* is missing", 'A is "string"', "B is required", "C is not published"]);
});
