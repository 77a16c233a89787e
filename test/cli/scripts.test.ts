import { copyFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { patternOf, readScript } from "../support/cli-script.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";

const folder = join(import.meta.dirname, "scripts");
const examples = join(import.meta.dirname, "..", "..", "examples");

/** A script whose name is an example's begins with that file as sagctl.yaml; `help.txt` begins with nothing. */
function folderFor(script: string): string {
  const cwd = newFolder();
  const example = readdirSync(examples).find((file) => script === basename(file, ".yaml"));
  if (example) copyFileSync(join(examples, example), join(cwd, "sagctl.yaml"));
  return cwd;
}

describe.each(readdirSync(folder))("%s", (file) => {
  const cwd = folderFor(basename(file, ".txt"));
  test.each(readScript(join(folder, file)))(`${file}:$line $command`, async ({ argv, env, stdout, stderr, exit }) => {
    const result = await runCli(argv, createTestHost({ cwd, env }));
    expect(ended(result.stderr)).toMatch(patternOf(stderr));
    expect(ended(result.stdout)).toMatch(patternOf(stdout));
    expect(result.code).toBe(exit);
  });
});

/** Trailing spaces and a first or last empty line are of no interest. */
function ended(text: string): string {
  const lines = text.replace(/^\n+|\n+$/g, "").replace(/ +$/gm, "");
  return lines === "" ? "" : `${lines}\n`;
}
