import { itemOfIntent } from "../engine/intents.ts";
import { markerOf } from "../engine/send.ts";
import type { EngineWorld } from "../engine/world.ts";
import { SagctlError } from "../errors.ts";
import type { Diary } from "../state/store.ts";
import { say } from "../text.ts";

/** A word that names no order would be taken for one that was given: refused before anything is looked at. */
export function checkMarks(given: readonly string[], world: Pick<EngineWorld, "marker">, { intents }: Diary): void {
  const orders = Object.values(intents).filter((one) => one.isOrder && one.state !== "refused");
  const known = orders.map((one) => markerOf(world, { item: itemOfIntent(one), generation: one.generation }));
  const wrong = given.find((mark) => !known.includes(mark));
  if (wrong === undefined) return;
  throw new SagctlError({
    kind: "usage",
    code: "unknown-mark",
    message: say`--buy-again ${wrong}: no order in the diary carries this mark`,
    tryThis:
      known.length === 0
        ? [say`Leave --buy-again out: there is no order of which anything could be unknown`]
        : known.map((mark) => say`An order of the diary: --buy-again ${mark}`),
  });
}
