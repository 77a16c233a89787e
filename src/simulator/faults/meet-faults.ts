import { drawShare } from "../draw.ts";
import type { CallEntry, WorldState } from "../world.ts";
import { type Fault, type FaultName, type Point, usualPoint } from "./fault.ts";

/** The faults that a call meets on its way, each at its point. */
export interface MetFaults {
  at(point: Point): readonly Fault[];
  find(what: FaultName): Fault | undefined;
}

function limit(fault: Fault): number {
  if (fault.times === "always") return Number.POSITIVE_INFINITY;
  return typeof fault.times === "number" ? fault.times : 1;
}

function isMet(state: WorldState, fault: Fault, call: CallEntry): boolean {
  const { index, product, action, kind, nth, from = 1, share } = fault.when;
  if (index !== undefined && index !== call.index) return false;
  if (product !== undefined && product !== call.product) return false;
  if (action !== undefined && action !== call.action) return false;
  if (kind !== undefined && kind !== call.kind) return false;
  if (share !== undefined && drawShare(state, `fault ${fault.id}`) >= share) return false;
  fault.seen += 1;
  if (fault.fired >= limit(fault) || fault.seen < from) return false;
  return nth === undefined || fault.seen === nth;
}

/** Decides at the door which faults a call meets, and counts them: the rest of the way only asks. */
export function meetFaults(state: WorldState, call: CallEntry): MetFaults {
  const met = state.faults.filter((fault) => isMet(state, fault, call));
  for (const fault of met) fault.fired += 1;
  if (met.length > 0) call.faults = met.map((fault) => fault.id);
  return {
    at: (point) => met.filter((fault) => (fault.point ?? usualPoint[fault.what]) === point),
    find: (what) => met.find((fault) => fault.what === what),
  };
}
