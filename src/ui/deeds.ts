import type { Deed } from "../engine/verdict.ts";
import { type CloudName, isReal } from "./cloud-name.ts";
import { type Ended, endedAs } from "./ended.ts";

const commands: Readonly<Record<Deed, readonly string[]>> = {
  payment: ["sagctl simulate pay"],
  delivery: ["sagctl simulate deliver"],
  // A device that is switched on is online minutes later.
  cabling: ["sagctl simulate plug-in", "sagctl simulate advance 5m"],
};

/** What has people of the simulated cloud do what a run waits for; the real ones read it. */
export function deedCommands(ended: readonly Ended[], cloud: CloudName): readonly string[] {
  if (isReal(cloud)) return [];
  const deeds = endedAs(ended, "blocked").flatMap(({ end }) => end.deed ?? []);
  return [...new Set(deeds)].flatMap((deed) => commands[deed]);
}
