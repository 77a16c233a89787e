import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const made = new Set(["node_modules", "dist", ".git", ".sagctl", "coverage", ".vitest-report.json"]);

function filesIn(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true })
    .filter((entry) => !made.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

/** Every line of the repository that a pattern finds, as `file:line`. */
function linesWith(pattern: RegExp): string[] {
  return filesIn("").flatMap((file) =>
    readFileSync(join(repository, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

// In two halves, so that this file does not find itself.
const registryHost = new RegExp(["regis", "try[.-][a-z0-9.-]*\\.(?:org|com|net|io|dev)|npm", "mirror"].join(""), "i");
// `/home/li` is nobody's: tests of credentials use it.
const ownFolder = new RegExp(`(?<![\\w.~-])/(?:${["wo", "rk"].join("")}|root|Users|home/(?!li\\b))[\\w/.-]`);

test("no file names the host of a package registry: clones elsewhere have their own", () => {
  expect(linesWith(registryHost)).toEqual([]);
});

test("no file names a folder of the machine that it was written on", () => {
  expect(linesWith(ownFolder)).toEqual([]);
});
