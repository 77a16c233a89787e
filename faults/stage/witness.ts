import { findAction } from "../../src/api/actions.ts";
import type { ApiCall, Outcome } from "../../src/api/call.ts";
import type { EngineWorld } from "../../src/engine/world.ts";
import type { ItemKey } from "../../src/keys.ts";
import type { DiaryWatch } from "./diary-watch.ts";

/** A write as it left and what came back, as the engine saw it. */
export interface Attempt {
  readonly item: ItemKey | undefined;
  readonly call: ApiCall;
  /** The world's time when it left. */
  readonly at: number;
  /** Absent: the process did not live to see it. */
  outcome?: Outcome;
}

/** Stands between the engine and the cloud, and remembers every write. */
export function withWitness(world: EngineWorld, attempts: Attempt[], watch: DiaryWatch | undefined): EngineWorld {
  const { cloud } = world;
  let announced: { readonly item: ItemKey; readonly slot: string } | undefined;
  return {
    ...world,
    tell: (event) => {
      // The engine says what it sends, and sends it in the same breath.
      if (event.type === "sending") announced = { item: event.item, slot: event.change.slot };
      world.tell(event);
    },
    cloud: {
      serverNow: () => cloud.serverNow(),
      send: async (call) => {
        if (findAction(call.product, call.action) === undefined) return cloud.send(call);
        if (announced) watch?.leaves(announced.item, announced.slot);
        const attempt: Attempt = { item: announced?.item, call, at: world.clock.now() };
        announced = undefined;
        attempts.push(attempt);
        attempt.outcome = await cloud.send(call);
        return attempt.outcome;
      },
    },
  };
}
