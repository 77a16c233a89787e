import type { Scenario } from "./scenario.ts";

/** No scenario has that name. */
export class UnknownScenario extends Error {
  constructor(name: string, known: readonly string[]) {
    super(`There is no scenario "${name}". There are: ${known.join(", ")}.`);
  }
}

/** The scenario of a name, or UnknownScenario, which lists those there are. */
export function findScenario(scenarios: Readonly<Record<string, Scenario>>, name: string): Scenario {
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (scenario === undefined) throw new UnknownScenario(name, Object.keys(scenarios));
  return scenario;
}
