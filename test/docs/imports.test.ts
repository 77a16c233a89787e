import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** What one room may know of another only as types; the linter holds everything else (docs/architecture.md). */
const typesOnly: readonly (readonly [from: RegExp, to: RegExp])[] = [
  [/^engine\//, /^(network|state)\//],
  [/^state\//, /^(api|network)\//],
  [/^probe\//, /^engine\//],
  [/^ui\//, /^(engine|api)\//],
  [/^commands\//, /^ui\//],
  [/^commands\//, /^steps\/ping\/index/],
  [/^(program|run|carry-out|called-command|environment)\.ts$/, /^(commands\/flags|network|engine)/],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const statements = readFileSync(join(src, file), "utf8").matchAll(
    /^(?:import|export)\s+(type\s)?([^;"]*?)\s*from\s+"(\.[^"]+)";/gm,
  );
  return [...statements].map(([, type, names = "", path = ""]) => ({
    from: file,
    to: relative(src, join(src, dirname(file), path)),
    isType: type !== undefined || isAllTypes(names),
  }));
}

/** `{ type A, type B }`. */
function isAllTypes(names: string): boolean {
  const list = /^\{(.*)\}$/s
    .exec(names.trim())?.[1]
    ?.split(",")
    .map((one) => one.trim());
  return list?.every((one) => one === "" || one.startsWith("type ")) ?? false;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".ts"));
const imports = files.flatMap(importsOf);

test.each(typesOnly)("%s knows of %s only types", (from, to) => {
  const edges = imports.filter((one) => from.test(one.from) && to.test(one.to));
  expect(edges.length).toBeGreaterThan(0);
  expect(edges.filter((one) => !one.isType).map((one) => `${one.from} imports ${one.to}`)).toEqual([]);
});
