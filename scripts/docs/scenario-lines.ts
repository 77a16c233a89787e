import { scenarios } from "../../src/simulator/scenarios/index.ts";
import { markdownTable } from "./marked.ts";

/** Every scenario with the one line that carries its example file out. */
export function scenarioLines(): string {
  return markdownTable(
    ["what stands there before", "the line"],
    Object.values(scenarios).map(({ name, about }) => [about, `\`${lineOf(name)}\``]),
  );
}

function lineOf(scenario: string): string {
  return `npx sagctl apply --simulate -f examples/${scenario}.yaml`;
}
