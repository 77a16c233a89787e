import type { ApiCall } from "../api/call.ts";
import type { ItemKey } from "../keys.ts";
import type { Intent } from "../state/store.ts";
import { intentKey, itemOfIntent, slotOf } from "./intents.ts";
import type { ProbePath, ProbeResult } from "./probe-path.ts";
import { markerOf } from "./send.ts";
import type { Look, OpenOrder } from "./step.ts";
import type { EngineWorld } from "./world.ts";

/** After which moment a read must have begun: as asked now, or for an answer in which nothing is awaited. */
export type NotBefore = (call: ApiCall, isAtRest?: true) => number;

/** What an item may see: reads that began after `notBefore` says, and what its own writes were answered. */
export function createLook(
  world: EngineWorld,
  item: ItemKey,
  notBefore: NotBefore,
  probed: (path: ProbePath) => ProbeResult | undefined,
): Look {
  return {
    ...told(world, item),
    read: (read, keeps) => world.reads.read(read, notBefore(read.call), keeps && { since: 0, holds: keeps }),
    readUntil: (read, rests) =>
      world.reads.read(read, notBefore(read.call), { since: notBefore(read.call, true), holds: rests }),
    probed,
    wrote: (slot) => {
      const intent = world.journal.find(intentKey(item, slot));
      return intent !== undefined && (stands(intent) || intent.state === "sending");
    },
    markOf: (slot) => {
      const intent = world.journal.find(intentKey(item, slot));
      return markerOf(world, { item, generation: intent?.generation ?? 1 });
    },
    openOrders: (step) =>
      world.journal
        .ofStep(step)
        .filter(isOpenOrder)
        .map((intent) => openOrder(world, intent)),
    of: (other) => told(world, other),
    holds: (account) => world.holds(account),
    now: () => world.cloud.serverNow(),
  };
}

function told(world: EngineWorld, item: ItemKey): Pick<Look, "marker" | "answer"> {
  return {
    answer: (slot) => {
      const intent = world.journal.find(intentKey(item, slot));
      return intent && stands(intent) ? intent.reply : undefined;
    },
    marker: world.marker(item),
  };
}

function isOpenOrder({ isOrder, state }: Intent): boolean {
  return isOrder === true && (state === "sending" || state === "answered");
}

function openOrder(world: EngineWorld, intent: Intent): OpenOrder {
  const item = itemOfIntent(intent);
  return { item, slot: slotOf(intent), mark: markerOf(world, { item, generation: intent.generation }), at: intent.at };
}

function stands(intent: Intent): boolean {
  return intent.state === "answered" || intent.state === "settled";
}
