import { type Figures, measureScenarios } from "./scenarios.ts";
import { measureStartUp, type StartUp } from "./start-up.ts";

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function scenarioRow(one: Figures): readonly string[] {
  const { scenario, writes, reads, polls, probes, readsAgain, makespanMs, boundMs, ratio } = one;
  const counts = [writes, reads, polls, probes, readsAgain].map(String);
  return [scenario, ...counts, seconds(makespanMs), seconds(boundMs), ratio.toFixed(3)];
}

function startUpRow({ what, medianMs, ratio }: StartUp): readonly string[] {
  return [what, `${medianMs.toFixed(1)} ms`, ratio.toFixed(2)];
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  console.log([...all.map(line), ""].join("\n"));
}

const figures = await measureScenarios([1, 2, 3, 4]);
print(
  ["scenario", "writes", "reads", "polls", "probes", "reads again", "makespan", "lower bound", "ratio"],
  figures.map(scenarioRow),
);
print(["start-up", "median", "ratio"], measureStartUp(Number(process.env.BENCH_ROUNDS ?? 21)).map(startUpRow));
