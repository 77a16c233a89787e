import { LivingWorld } from "./living-world.ts";
import type { Scenario } from "./scenario.ts";
import type { EventHandler, WorldState } from "./world.ts";

/** A fixed Monday morning, so that an undisturbed run is the same on every day and machine. */
const usualStart = Date.UTC(2026, 10, 23, 9, 0, 0);

export interface NewWorldOptions {
  readonly start?: number | undefined;
  readonly seed?: number | undefined;
  readonly people?: "auto" | "manual" | undefined;
  readonly switches?: Partial<WorldState["switches"]> | undefined;
  readonly durations?: WorldState["durations"];
}

function emptyState(scenario: Scenario, options: NewWorldOptions): WorldState {
  return {
    version: 1,
    scenario: scenario.name,
    now: options.start ?? usualStart,
    seed: options.seed ?? 1,
    draws: {},
    switches: { ...scenario.switches, ...options.switches },
    ...(options.durations ? { durations: options.durations } : {}),
    people: options.people ?? "auto",
    accounts: [],
    agenda: [],
    things: {},
    ledger: [],
    calls: [],
    nonces: {},
    tokens: {},
    locks: {},
    past: [],
    unmodelled: {},
    faults: [],
  };
}

/** Builds a scenario's world from nothing. */
export function newWorldState(
  scenario: Scenario,
  options: NewWorldOptions,
  events: Readonly<Record<string, EventHandler>>,
): WorldState {
  const state = emptyState(scenario, options);
  scenario.build(new LivingWorld(state, events));
  return state;
}
