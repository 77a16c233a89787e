import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder } from "../support/host.ts";

const bin = join(import.meta.dirname, "../../bin/sagctl.js");

/** Every file that a command line loads, as V8 tells it. */
function loadedBy(...argv: string[]): readonly string[] {
  const cwd = newFolder();
  const env = { PATH: process.env.PATH, NODE_V8_COVERAGE: cwd };
  expect(spawnSync(process.execPath, [bin, ...argv], { cwd, env }).status).toBe(0);
  const reports = readdirSync(cwd).filter((file) => file.endsWith(".json"));
  const urls = reports.flatMap(
    (file): { readonly url: string }[] => JSON.parse(readFileSync(join(cwd, file), "utf8")).result,
  );
  return urls.map(({ url }) => url).filter((url) => url.startsWith("file:"));
}

it.each(["--help", "--version"])(
  "sagctl %s loads commander, the list of steps and what names them, and nothing else",
  (flag) => {
    const loaded = loadedBy(flag);
    const packages = loaded.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
    const ours = loaded.flatMap((url) => /\/dist\/(.+)\.js$/.exec(url)?.[1] ?? []);
    expect(new Set(packages)).toEqual(new Set(["commander"]));
    expect(ours.filter((file) => file.includes("/"))).toEqual(["steps/index"]);
    expect(ours.length).toBeLessThanOrEqual(10);
  },
);
