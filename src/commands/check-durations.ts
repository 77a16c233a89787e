import { durationOf, type Flags } from "./flags.ts";

/** Throws for a duration that is none, before anything is looked at: it would be read only when the run begins. */
export function checkDurations({ wait, timeout, commitBound, readLag }: Flags): void {
  const durations = { "--wait": wait, "--timeout": timeout, "--commit-bound": commitBound, "--read-lag": readLag };
  for (const [flag, value] of Object.entries(durations)) if (value !== undefined) durationOf(value, flag);
}
