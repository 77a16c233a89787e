import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { options } from "./options.ts";
import { runMutants } from "./run-mutants.ts";
import { runRegime } from "./run-regime.ts";

// Every run has folders of its own: all of them in one, which is taken away at the end.
const folder = mkdtempSync(join(tmpdir(), "sagctl-faults-"));
process.env.TMPDIR = folder;
try {
  const isGood = await (options.mutants ? runMutants(folder) : runRegime(folder));
  process.exitCode = isGood ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
