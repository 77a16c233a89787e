import { type CloudName, isReal } from "./cloud-name.ts";
import type { Frame } from "./frame.ts";
import { type Line, linesOf } from "./line.ts";
import { duration, money } from "./units.ts";
import { wrap } from "./wrap.ts";

/** What a run took, counted. */
export interface Summary {
  readonly steps: number;
  readonly writes: number;
  readonly reads: number;
  /** Reads repeated while waiting; not among `reads`. */
  readonly polls?: number;
  readonly probes?: number;
  readonly tookMs: number;
  /** Virtual time of a simulated cloud. */
  readonly cloudMs?: number;
  /** What was bought in this run. */
  readonly spent?: readonly { readonly amount: number; readonly currency: string }[];
}

export function summaryLines(frame: Frame, summary: Summary, cloud: CloudName): readonly Line[] {
  const { spent = [] } = summary;
  const costs = spent.map((one) => money(one.amount, one.currency, !isReal(cloud))).join(" and ");
  const sentence = frame.words(countsOf(summary).join(" · "));
  const bought = costs === "" ? [] : wrap(frame.words(`Spent: ${costs}`), 0, frame.columns);
  return linesOf([...wrap(sentence, 0, frame.columns), ...bought]);
}

function countsOf(summary: Summary): readonly string[] {
  const { steps, writes, reads, polls, probes, cloudMs, tookMs } = summary;
  const waiting = polls ? [count(polls, "poll")] : [];
  const calls = [count(writes, "write"), count(reads, "read"), ...waiting, ...(probes ? [count(probes, "probe")] : [])];
  const time = cloudMs === undefined ? duration(tookMs) : `${duration(cloudMs)} of cloud time in ${duration(tookMs)}`;
  return [count(steps, "step"), calls.join(", "), time];
}

function count(many: number, name: string): string {
  return `${many} ${name}${many === 1 ? "" : "s"}`;
}
