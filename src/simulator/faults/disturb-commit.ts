import type { LivingWorld } from "../living-world.ts";
import type { MetFaults } from "./meet-faults.ts";

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const STALE_MS = 5 * 60 * 1000;

function withoutBalance<T>(world: LivingWorld, uid: string, work: () => T): T {
  const { balance } = world.account(uid);
  world.account(uid).balance = 0;
  try {
    return work();
  } finally {
    world.account(uid).balance += balance;
  }
}

function withLag<T>(world: LivingWorld, lagMs: number, work: () => T): T {
  world.lagMs = lagMs;
  try {
    return work();
  } finally {
    world.lagMs = undefined;
  }
}

function withHangingTask<T>(world: LivingWorld, extraMs: number, work: () => T): T {
  const before = new Set(world.state.agenda);
  const result = work();
  for (const entry of world.state.agenda) if (!before.has(entry)) entry.at += extraMs;
  return result;
}

/** Commits under the faults that change what a commit does: an empty purse, lists of the past, a task that hangs. */
export function disturbCommit<T>(met: MetFaults, world: LivingWorld, uid: string, commit: () => T): T {
  let work = commit;
  const [purse, stale, hang] = [met.find("insufficient-balance"), met.find("stale-read"), met.find("hang-task")];
  if (purse !== undefined) {
    const inner = work;
    work = () => withoutBalance(world, uid, inner);
  }
  if (stale !== undefined) {
    const inner = work;
    work = () => withLag(world, stale.virtualMs ?? STALE_MS, inner);
  }
  if (hang === undefined) return work();
  return withHangingTask(world, hang.virtualMs ?? YEAR_MS, work);
}
