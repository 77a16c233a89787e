import { entryLines } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import { labelledLines } from "../layout/labelled.ts";
import type { Line } from "../layout/line.ts";
import type { Waiting } from "../progress.ts";
import { duration } from "../units.ts";

/** What a wait is for, in one sentence: "waits for the CCN to be attached, within about 40 s". */
export function waitWords(frame: Frame, wait: Waiting): string {
  const what = frame.words(wait.for);
  if (wait.who !== "cloud") return what;
  const long = wait.untilMs > 0 ? `, within about ${duration(wait.untilMs)}` : "";
  return `waits for ${what}${long}`;
}

/** A wait that begins while the run goes on; who must do what is left out where people act by themselves. */
export function waitLines(frame: Frame, wait: Waiting, withTasks: boolean): readonly Line[] {
  const entry = {
    sign: frame.symbols.waiting,
    style: "wait" as const,
    title: frame.words(wait.title),
    texts: [waitWords(frame, wait)],
  };
  const tasks = withTasks ? tasksOf(frame, wait) : [];
  return [...entryLines(frame, entry), ...labelledLines(frame, whoMust(wait.who), tasks)];
}

/** What has to be done, in words for whoever does it. */
export function tasksOf(frame: Frame, { who, tryThis }: Pick<Waiting, "who" | "tryThis">): readonly string[] {
  return tryThis.map(who === "account" ? frame.othersWords : frame.words);
}

export function whoMust(who: Waiting["who"]): string {
  if (who === "account") return "In the other account:";
  return who === "person" ? "Somebody must:" : "Meanwhile:";
}
