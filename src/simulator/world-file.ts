import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { WorldState } from "./world.ts";

/** The file is none of ours, or of another version. */
export class WorldUnreadable extends Error {
  constructor(file: string, why: string, cause?: unknown) {
    super(`The simulated world ${file} cannot be read (${why}). Start it afresh with: sagctl simulate reset`, {
      cause,
    });
  }
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new WorldUnreadable(file, "it is not JSON", error);
  }
}

/** Reads a saved world; undefined when there is none yet. */
export function readWorld(file: string): WorldState | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = parse(file) as Partial<WorldState> | null;
  if (parsed?.version !== 1) throw new WorldUnreadable(file, `its version is ${parsed?.version}, not 1`);
  return parsed as WorldState;
}

/** Enough for several runs; the world is written before the answer to every write, so its size is the price of one. */
const CALLS_KEPT = 1000;

/** Writes a world whole or not at all: a killed process leaves the one before. It holds (simulated) keys, hence 0600. */
export function writeWorld(file: string, state: WorldState): void {
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, JSON.stringify({ ...state, calls: state.calls.slice(-CALLS_KEPT) }), { mode: 0o600 });
  renameSync(aside, file);
}
