import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { scenarios } from "../../src/simulator/scenarios/index.ts";
import type { WorldState } from "../../src/simulator/world.ts";

/** The scenarios of tutorial A, each with an example file of its name. */
export const tutorials = ["tutorial-a", "tutorial-a-empty", "tutorial-a-half-done"] as const;
export type Tutorial = (typeof tutorials)[number];

/** Those of today's cloud, where VPCs join transit routers of Enterprise Edition; each with its example file too. */
export const todaysTutorials = [
  "tutorial-b",
  "tutorial-b-cross-region",
  "tutorial-b-isolated",
  "tutorial-a-today",
  "tutorial-a-today-empty",
] as const;
export type TodaysTutorial = (typeof todaysTutorials)[number];

/** A scenario that starts in a world as it was at some moment, its ledger and its events to come included. */
export function scenarioOf(state: WorldState): Scenario {
  const known = scenarios[state.scenario];
  if (!known) throw new Error(`no scenario ${state.scenario}`);
  const kept = structuredClone(state);
  // What is still to be carried out is kept in the log until then.
  const underWay = new Set(kept.agenda.map(({ data }) => data.index));
  const calls = kept.calls.filter(({ index }) => underWay.has(index));
  return { ...known, build: (world) => void Object.assign(world.state, structuredClone({ ...kept, calls })) };
}

/** The world that `--simulate` keeps in a folder. */
export function worldIn(folder: string, scenario: string): WorldState {
  const file = join(folder, ".sagctl", "simulated", scenario, "world.json");
  return JSON.parse(readFileSync(file, "utf8")) as WorldState;
}

/** Where the example network of a scenario lies. */
export function exampleFile(scenario: string): string {
  return join(import.meta.dirname, "../../examples", `${scenario}.yaml`);
}
