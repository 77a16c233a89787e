import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface StartUp {
  readonly what: string;
  readonly medianMs: number;
  readonly ratio: number;
}

const bin = join(import.meta.dirname, "../bin/sagctl.js");
const lines: Readonly<Record<string, readonly string[]>> = {
  "node -e 0": ["-e", "0"],
  "sagctl --version": [bin, "--version"],
  "sagctl --help": [bin, "--help"],
};

/** Wall time of whole processes, each in its turn so that a busy moment of the machine meets all of them. */
export function measureStartUp(rounds: number): readonly StartUp[] {
  const times = new Map(Object.keys(lines).map((what) => [what, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [what, argv] of Object.entries(lines)) times.get(what)?.push(timeOf(argv));
  }
  const bare = median(times.get("node -e 0") ?? []);
  return [...times].map(([what, all]) => ({ what, medianMs: median(all), ratio: median(all) / bare }));
}

function timeOf(argv: readonly string[]): number {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, argv, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${argv.join(" ")} ended with ${status}`);
  return performance.now() - began;
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
