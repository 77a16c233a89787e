import { entryLines } from "./entry.ts";
import type { Frame } from "./frame.ts";
import { labelledLines } from "./labelled.ts";
import type { Line } from "./line.ts";
import type { Waiting } from "./progress.ts";
import { duration } from "./units.ts";

/** What a wait is for, in one sentence: "until the gateway is online, usually about 2 min". */
export function waitWords(frame: Frame, wait: Waiting): string {
  const what = frame.words(wait.for);
  if (wait.who !== "cloud") return what;
  const long = wait.untilMs > 0 ? `, usually about ${duration(wait.untilMs)}` : "";
  return `until ${what}${long}`;
}

/** A wait that begins while the run goes on: who must do what. */
export function waitLines(frame: Frame, wait: Waiting): readonly Line[] {
  const entry = {
    sign: frame.symbols.waiting,
    style: "wait" as const,
    title: frame.words(wait.title),
    texts: [waitWords(frame, wait)],
  };
  return [...entryLines(frame, entry), ...labelledLines(frame, whoMust(wait.who), wait.tryThis.map(frame.words))];
}

export function whoMust(who: Waiting["who"]): string {
  if (who === "account") return "In the other account:";
  return who === "person" ? "Somebody must:" : "Meanwhile:";
}
