import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";

/** Puts our own bug into a file for a report: names and lines of code, nothing of requests. Undefined when that fails too. */
export async function writeBugLog(error: unknown): Promise<string | undefined> {
  try {
    const path = join(await mkdtemp(join(tmpdir(), "sagctl-")), "bug.log");
    const text = error instanceof Error ? (error.stack ?? error.message) : inspect(error, { depth: 0 });
    await writeFile(path, `${text}\n`, { mode: 0o600 });
    return path;
  } catch {
    return undefined;
  }
}
