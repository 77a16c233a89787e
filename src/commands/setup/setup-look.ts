import type { Look } from "../../engine/step.ts";
import type { Arrival } from "../session.ts";

/** How the questions look at the cloud: every read once, and nothing of a diary, since there is no item yet. */
export function createSetupLook({ cloud, reads }: Arrival): Look {
  const told = { marker: "", answer: () => undefined };
  return {
    ...told,
    read: (read) => reads.read(read, 0),
    readUntil: (read) => reads.read(read, 0),
    probed: () => undefined,
    wrote: () => false,
    markOf: () => "",
    openOrders: () => [],
    of: () => told,
    holds: (account) => cloud.holds(account),
    now: () => cloud.cloud.serverNow(),
  };
}
