import type { Undisturbed } from "../undisturbed.ts";
import { kindsFor } from "./exhaustive.ts";
import { type Disturbance, nthOf, type Schedule } from "./schedule.ts";

/** Several faults and perhaps a death, drawn from a seed: the same seed, the same schedule. Every third meets the next run too. */
export function drawSchedule(seed: number, sound: Undisturbed): Schedule {
  const draw = createDraw(seed);
  const first = drawRound(draw, sound);
  return draw() < 0.33 ? { ...first, next: drawRound(draw, sound) } : first;
}

function drawRound(draw: () => number, sound: Undisturbed): Schedule {
  const count = 2 + Math.floor(draw() * 5);
  const faults = Array.from({ length: count }, (): Disturbance => {
    // Half of them on writes: they are few among many reads, and where the harm is.
    const calls = draw() < 0.5 ? sound.calls.filter((call) => call.kind === "write") : sound.calls;
    const call = pick(calls, draw());
    const kind = pick(kindsFor(call), draw());
    const { product, action } = call;
    return { kind, product, action, nth: nthOf(call, sound.calls), untilHealed: draw() < 0.15 };
  });
  const isDead = draw() < 0.3;
  const how = draw() < 0.5 ? "killed" : "powercut";
  const at = 1 + Math.floor(draw() * sound.boundaries);
  const lagMinutes = 1 + Math.floor(draw() * 4);
  const isLagging = draw() < 0.15;
  return { faults, ...(isDead ? { death: { how, at } } : {}), ...(isLagging ? { lagMinutes } : {}) };
}

function pick<T>(all: readonly T[], share: number): T {
  const one = all[Math.floor(share * all.length)];
  if (one === undefined) throw new Error("there is nothing to pick from");
  return one;
}

/** Between 0 and 1, again and again (splitmix32). */
function createDraw(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
