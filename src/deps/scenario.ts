import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Flags } from "../commands/flags.ts";
import type { Host } from "../host.ts";

/** Where the simulated clouds of a folder lie. */
export function worldsFolder(host: Host): string {
  return join(host.cwd, ".sagctl", "simulated");
}

/** Where one of them keeps its world, and sagctl the diary of what it did there. */
export function worldFolder(host: Host, scenario: string): string {
  return join(worldsFolder(host), scenario);
}

/** The scenario in question: --scenario, else the network file's, else the one used last here, else the tutorial's of the job. */
export function findScenario(flags: Flags, host: Host): string {
  return scenarioSaid(flags, host) ?? scenarioFor(flags.job);
}

/** Undefined: nobody has named one, and none has been used here. */
export function scenarioSaid(flags: Flags, host: Host): string | undefined {
  return flags.scenario ?? scenarioOfFile(flags, host) ?? scenarioUsedLast(host);
}

/** What a wizard's job needs: VPCs of two accounts are in tutorial B. */
export function scenarioFor(job: string | undefined): string {
  return job === "vpcs" || job === "both" ? "tutorial-b" : "tutorial-a";
}

/** Read before the file is judged, since a screen that refuses the file must say which cloud it is, too. */
function scenarioOfFile(flags: Flags, host: Host): string | undefined {
  const text = readIfThere(join(host.cwd, flags.file ?? "sagctl.yaml")) ?? readIfThere(flags.file ?? "");
  return /^simulate:\s*["']?([\w-]+)/m.exec(text ?? "")?.[1];
}

export function scenarioUsedLast(host: Host): string | undefined {
  return readIfThere(join(worldsFolder(host), "current"))?.trim() || undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
