import type { End, Plan } from "../engine/events.ts";
import { guardsOf } from "../engine/plan.ts";
import { type ExitCode, exitCode, gravest } from "../exit-codes.ts";

const failedAs = {
  check: exitCode.checkFailed,
  guard: exitCode.guard,
  denied: exitCode.denied,
  refused: exitCode.cloudRefused,
} as const;

/** What a run was asked for. */
interface Asked {
  /** One step: a ping that was not made counts, since it was asked for. */
  readonly alone?: boolean;
  /** Some items: what they wait for may be no part of the run, and nothing else tells it. */
  readonly isPart?: boolean;
}

/** How a run ends whose items ended so. */
export function exitOf(ends: Iterable<End>, asked: Asked = {}): ExitCode {
  const codes = [...ends].map((end) => codeOf(end, asked));
  if (codes.includes(exitCode.interrupted)) return exitCode.interrupted;
  return gravest(codes.filter((code) => code !== exitCode.ok));
}

/** The exit code of a plan that forbids its own run; undefined where nothing stands in its way. */
export function exitOfGuards(plan: Plan): ExitCode | undefined {
  const codes = guardsOf(plan).flatMap(({ verdict }) => (verdict.is === "failed" ? [failedAs[verdict.kind]] : []));
  return codes.length === 0 ? undefined : gravest(codes);
}

function codeOf(end: End, { alone = false, isPart = alone }: Asked): ExitCode {
  switch (end.is) {
    case "failed":
      // In a whole run it is the other account's turn; asked for alone, a silent ping is the answer.
      return end.unread && !alone ? exitCode.waiting : failedAs[end.kind];
    case "blocked":
      if (end.elsewhere && !alone) return exitCode.ok;
      return end.consent === undefined ? exitCode.waiting : exitCode.guard;
    case "unsettled":
      return exitCode.unreachable;
    case "unknown":
      return exitCode.purchaseUnknown;
    case "declined":
      return exitCode.guard;
    case "interrupted":
      return exitCode.interrupted;
    case "held-up":
      return isPart ? exitCode.waiting : exitCode.ok;
    default:
      return exitCode.ok;
  }
}
