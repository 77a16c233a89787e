import type { ItemKey } from "../keys.ts";
import { isPlanned } from "./call-hash.ts";
import type { Plan, PlanRow } from "./events.ts";
import type { Change, Verdict } from "./verdict.ts";

/** Every change that a verdict foresees, in order. */
export function changesOf(verdict: Verdict): readonly Change[] {
  switch (verdict.is) {
    case "changes":
      return [...verdict.now, ...(verdict.then ?? [])];
    case "settling":
      return verdict.then ?? [];
    case "stays":
      return verdict.found ?? [];
    default:
      return [];
  }
}

/** Nothing leaves that the plan did not hold. */
export function planHolds(plan: Plan, item: ItemKey, change: Change): boolean {
  const row = plan.rows.find((one) => one.item === item);
  return (row?.changes ?? []).some((one) => one.slot === change.slot && isPlanned(one.write.call, change.write.call));
}

/** The rows that forbid the whole run: a guard, or something that this key may not look at. */
export function guardsOf(plan: Plan): readonly PlanRow[] {
  return plan.rows.filter(
    ({ verdict, isAside }) =>
      !isAside && verdict.is === "failed" && (verdict.kind === "guard" || verdict.kind === "denied"),
  );
}
