import { type TodaysTutorial, type Tutorial, tutorials } from "../test/support/worlds.ts";

type Scenario = Tutorial | TodaysTutorial;

/** What is disturbed: a scenario, and what is done in it. */
export interface Trial {
  readonly scenario: Scenario;
  readonly way: "do" | "undo";
  /** A socket, a real disk with the file store on it, and the simulated cloud's usual durations. */
  readonly isPlain: boolean;
  /** More gateways of others stand in the area than one page of a list shows. */
  readonly isCrowded: boolean;
}

const disturbed: readonly Scenario[] = [
  ...tutorials,
  "tutorial-a-today",
  "tutorial-a-today-empty",
  "tutorial-b",
  "tutorial-b-cross-region",
];

/** Both tutorials, on the cloud of the document and on today's, done and taken back. */
export const trials: readonly Trial[] = disturbed.flatMap((scenario) =>
  (["do", "undo"] as const).map((way) => ({ scenario, way, isPlain: false, isCrowded: false })),
);

/** `tutorial-a`, `tutorial-a/undo`, `tutorial-a/undo/plain`, `tutorial-a/crowded`. */
export function readTrial(name: string): Trial {
  const [scenario, ...words] = name.split("/");
  const odd = words.find((word) => !["undo", "plain", "crowded"].includes(word));
  if (odd !== undefined) throw new Error(`not a trial: ${name}`);
  return {
    scenario: scenario as Scenario,
    way: words.includes("undo") ? "undo" : "do",
    isPlain: words.includes("plain"),
    isCrowded: words.includes("crowded"),
  };
}

export function writeTrial({ scenario, way, isPlain, isCrowded }: Trial): string {
  return [
    scenario,
    ...(way === "undo" ? ["undo"] : []),
    ...(isPlain ? ["plain"] : []),
    ...(isCrowded ? ["crowded"] : []),
  ].join("/");
}
