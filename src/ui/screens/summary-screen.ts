import { type CloudName, isReal } from "../cloud-name.ts";
import type { Frame } from "../layout/frame.ts";
import { type Line, linesOf } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";
import { duration, money } from "../units.ts";

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
  /** What was bought in this run, and paid. */
  readonly spent?: readonly Amount[];
  /** Ordered in this run, and waiting to be paid. */
  readonly unpaid?: readonly Amount[];
}

interface Amount {
  readonly amount: number;
  readonly currency: string;
}

export function summaryLines(frame: Frame, summary: Summary, cloud: CloudName): readonly Line[] {
  const { spent = [], unpaid = [] } = summary;
  const costs = (what: string, amounts: readonly Amount[]) =>
    amounts.length === 0
      ? []
      : [`${what}: ${amounts.map((one) => money(one.amount, one.currency, !isReal(cloud))).join(" and ")}`];
  const sentences = [countsOf(summary).join(" · "), ...costs("Spent", spent), ...costs("Ordered, not paid", unpaid)];
  return linesOf(sentences.flatMap((sentence) => wrap(frame.words(sentence), 0, frame.columns)));
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
