import type { Event, Plan } from "../engine/events.ts";
import { type ItemKey, stepOf } from "../keys.ts";
import type { Ended } from "./ended.ts";

export interface Progress {
  /** The plan gives the order of the list, and says how many items a step has. */
  expect(plan: Plan): void;
  /** Returns the steps that can be shown now, each as its items' ends. */
  ended(one: Ended): readonly (readonly Ended[])[];
  /** The world outside has to act, which may take days: what is finished further down the list is shown at once. */
  waitsForWorld(): readonly (readonly Ended[])[];
  /** What has not been shown yet. */
  rest(): readonly (readonly Ended[])[];
  all(): readonly Ended[];
}

/** Holds ends back until their step is complete and its turn has come, so that every run reads in the order of the list. */
export function createProgress(): Progress {
  const order: ItemKey[] = [];
  const ends = new Map<ItemKey, Ended>();
  const shown = new Set<ItemKey>();
  const undone = new Set<ItemKey>();
  let mayOvertake = false;

  const release = (force: boolean) => {
    const blocks: (readonly Ended[])[] = [];
    for (const block of blocksOf(order)) {
      const isComplete = block.every((key) => ends.has(key));
      if (!isComplete && !force && !mayOvertake) break;
      if (isComplete || force) blocks.push(take(block));
    }
    return blocks.filter((block) => block.length > 0);
  };
  const take = (block: readonly ItemKey[]) => {
    const fresh = block.filter((key) => ends.has(key) && !shown.has(key));
    for (const key of fresh) shown.add(key);
    return fresh.flatMap((key) => ends.get(key) ?? []);
  };
  const know = (key: ItemKey) => {
    if (!order.includes(key)) order.push(key);
  };
  return {
    expect: (plan) => {
      for (const row of plan.rows) {
        know(row.item);
        if (plan.way === "undo" && row.changes.length > 0) undone.add(row.item);
      }
    },
    ended: ({ item, title, end }) => {
      know(item);
      const isUndone = end.is === "not-needed" && undone.has(item);
      ends.set(item, { item, title, end, ...(isUndone ? { isUndone } : {}) });
      return release(false);
    },
    waitsForWorld: () => {
      mayOvertake = true;
      return release(false);
    },
    rest: () => release(true),
    all: () => order.flatMap((key) => ends.get(key) ?? []),
  };
}

function blocksOf(order: readonly ItemKey[]): readonly (readonly ItemKey[])[] {
  const blocks = new Map<string, ItemKey[]>();
  for (const key of order) {
    const block = blocks.get(stepOf(key));
    if (block) block.push(key);
    else blocks.set(stepOf(key), [key]);
  }
  return [...blocks.values()];
}

export type Waiting = Extract<Event, { type: "waiting" }>;
