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
  const since = known.find((mark) => isEarlier(wrong, mark));
  if (since !== undefined) throw givenBefore(wrong, since);
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

/** The mark of one purchase, its generations apart. */
function isEarlier(mark: string, known: string): boolean {
  const [[purchase, generation], [same, last]] = [mark.split("-g"), known.split("-g")];
  return purchase === same && Number(generation) < Number(last);
}

/** The line of an earlier screen, typed once more: it has done what it could, and is no reason to order a third one. */
function givenBefore(mark: string, since: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "mark-of-before",
    message: say`--buy-again ${mark} has been carried out already: the order since then is ${since}`,
    tryThis: [
      say`Leave --buy-again out: sagctl goes on with ${since}`,
      say`Only if the console shows that it is not there either: --buy-again ${since}`,
    ],
  });
}
