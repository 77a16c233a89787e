import type { AnyStep } from "../../src/engine/step.ts";
import { loadSteps, stepList } from "../../src/steps/index.ts";
import { markdownTable } from "./marked.ts";

/** The list of steps as the README shows it: order, command, what it does, and the flags of its own. */
export async function stepTable(): Promise<string> {
  const steps = await loadSteps();
  const rows = stepList.map(({ name, about }, index) => [
    `${index + 1}`,
    `\`${name}\``,
    about,
    flagsOf(steps.find((one) => one.name === name)),
  ]);
  return markdownTable(["", "step", "what it does", "what it needs without a file"], rows);
}

function flagsOf(step: AnyStep | undefined): string {
  const names = (step?.inputs ?? []).map(({ name }) => name.replace(/^ship-to-.*/, "ship-to-…"));
  return [...new Set(names)].map((name) => `\`--${name}\``).join(" ");
}
