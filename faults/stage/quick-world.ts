import { durations } from "../../src/simulator/durations.ts";

const HOUR_MS = 60 * 60_000;

/**
 * The durations of the worlds in which most schedules run: the cloud works six times as fast, people and parcels sixty times.
 * What is done and the order in which it can be done stay the same; there are only fewer looks in between at which nothing
 * is new. The `plain` trials keep the usual ones.
 */
export const quickDurations: Readonly<Record<string, readonly [number, number]>> = Object.fromEntries(
  Object.entries(durations).map(([kind, [least, most]]) => {
    const factor = most >= HOUR_MS ? 60 : 6;
    return [kind, [Math.round(least / factor), Math.round(most / factor)]];
  }),
);
