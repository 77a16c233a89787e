import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder with a program named `ping` that is this shell script; to be the whole PATH. */
export async function fakePing(script: string, mode = 0o700): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sagctl-ping-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "ping"), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, "ping"), mode);
  return folder;
}

/** A script that prints a text, as it is, and ends with a code. */
export function prints(text: string, code: number, to: 1 | 2 = 1): string {
  return `while IFS= read -r line; do printf '%s\\n' "$line"; done >&${to} <<'END'\n${text}\nEND\nexit ${code}`;
}
