import type { WorldState } from "../world.ts";
import type { Fault, FaultOrder } from "./fault.ts";
import type { Gates } from "./gates.ts";

/** The faults that are ordered, and how a test orders them. */
export interface FaultList {
  add(order: FaultOrder): Fault;
  list(): readonly Fault[];
  /** Takes back one fault or all, and lets go what they hold. */
  clear(id?: string): void;
  /** Lets go answers that a fault withholds; tells how many. */
  release(id?: string): number;
  /** How many requests are withheld now. */
  held(): number;
}

/** The list that lives in the world, so that a saved world keeps its faults. */
export function createFaultList(state: () => WorldState, gates: Gates): FaultList {
  return {
    add(order) {
      const fault: Fault = { ...order, id: order.id ?? `fault-${state().faults.length + 1}`, seen: 0, fired: 0 };
      state().faults.push(fault);
      return fault;
    },
    list: () => state().faults,
    clear(id) {
      state().faults = id === undefined ? [] : state().faults.filter((fault) => fault.id !== id);
      gates.release(id);
    },
    release: (id) => gates.release(id),
    held: () => gates.size,
  };
}
