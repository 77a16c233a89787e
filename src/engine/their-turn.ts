import type { End } from "./events.ts";
import type { Change } from "./verdict.ts";

/** A refusal that only somebody else can lift is no failure: it says whose turn it is, where nobody could look before. */
export function orTheirTurn({ refusedUntil }: Change, end: End | undefined): End | undefined {
  if (end?.is !== "failed" || refusedUntil === undefined || end.error?.code !== refusedUntil.code) return end;
  const { on, who, tryThis } = refusedUntil.theirs;
  return { is: "blocked", who, on, tryThis };
}
