import { readFile } from "node:fs/promises";
import { findScenario } from "../simulator/find-scenario.ts";
import { scenarios } from "../simulator/scenarios/index.ts";

/** There is a network file for every scenario; they lie beside `src` and beside `dist`. */
export function readExample(scenario: string): Promise<string> {
  const { name } = findScenario(scenarios, scenario);
  return readFile(new URL(`../../examples/${name}.yaml`, import.meta.url), "utf8");
}
