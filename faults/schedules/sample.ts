import type { Job } from "../pool.ts";
import type { Undisturbed } from "../undisturbed.ts";
import { deaths, hardWorlds, met } from "./exhaustive.ts";
import { repeats } from "./repeats.ts";
import type { Schedule } from "./schedule.ts";

const ORDERS = /^Create(SmartAccessGateway|CenBandwidthPackage)$/;
const WITHOUT_A_TOKEN_OR_WITH = /^Create/;
const MOST = 300;

/** Where it hurts most, the same for every mutant: hard worlds, orders and other creations, old lists, deaths, taking back. */
export function sampleOf(sounds: readonly Undisturbed[]): readonly Job[] {
  const parts = sounds.map((sound) => schedulesOf(sound).map((schedule): Job => ({ sound, schedule })));
  return inTurn(parts).slice(0, MOST);
}

function schedulesOf(sound: Undisturbed): readonly Schedule[] {
  const once = met(sound, { fewPolls: true, onceOnly: true });
  const of = (pattern: RegExp) => once.filter(({ faults: [fault] }) => fault && pattern.test(fault.action));
  const stale = once.filter(({ faults: [fault] }) => fault?.kind === "stale-read");
  const dying = deaths(sound).filter((_, index) => index % 5 === 0);
  if (sound.trial.isCrowded) return [{ faults: [] }];
  if (sound.trial.way === "undo") return [...every(of(/^(Un|Delete|Detach|Revoke|Set)/), 4), ...every(dying, 4)];
  const again = repeats(sound).filter(({ faults: [fault] }) => fault && ORDERS.test(fault.action));
  return [...hardWorlds(sound), ...inTurn([of(ORDERS), of(WITHOUT_A_TOKEN_OR_WITH), every(stale, 2), again, dying])];
}

function every<T>(all: readonly T[], nth: number): readonly T[] {
  return all.filter((_, index) => index % nth === 0);
}

/** One of each, then the next of each. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
