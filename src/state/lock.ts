import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import lockfile from "proper-lockfile";
import { lockedDiary, lostLock } from "./diary-errors.ts";
import { type Disk, errnoOf } from "./disk.ts";
import { type HolderRecord, holderFile, isGone, type LockHost, readHolder, readPidSpace } from "./lock-holder.ts";

/** The lock of a diary, while this process holds it. */
export interface HeldLock {
  /** Throws when another process has taken the lock over, for example while a laptop slept. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** Who wants the lock of which file, and when (milliseconds since 1970). */
export interface LockWish {
  readonly file: string;
  readonly host: LockHost;
  readonly disk: Disk;
  readonly command: string;
  readonly now: number;
}

/** A holder refreshes its lock every 5 seconds; one that has not for 10 is taken for dead. */
const staleMs = 10_000;
const refreshMs = 5_000;
// The library's own removal of stale locks lets two waiters remove each other's; here only the one at the door removes.
const neverStaleMs = 10 * 365 * 24 * 3_600_000;
const doorRetries = { retries: 10, minTimeout: 20, maxTimeout: 200 };

/** Takes the lock of a file, or throws who holds it. A holder of this machine that is gone is taken over from at once. */
export async function takeLock(wish: LockWish): Promise<HeldLock> {
  return atTheDoor(wish, async () => {
    await clearDead(wish);
    return hold(wish);
  });
}

/** One process at a time looks who holds the lock, clears a dead one away, takes it and says so. */
async function atTheDoor<T>(wish: LockWish, act: () => Promise<T>): Promise<T> {
  const door = `${wish.file}.door`;
  const options = { realpath: false, stale: staleMs, retries: doorRetries, onCompromised: () => undefined };
  const leave = await lockfile.lock(door, options).catch((error) => refuse(wish, error));
  try {
    return await act();
  } finally {
    await leave().catch(ignoreGone);
  }
}

async function clearDead({ file, host, disk }: LockWish): Promise<void> {
  const holder = await readHolder(disk, file);
  const dead = holder !== undefined && (await isGone(holder, host));
  if (!dead && (await lockfile.check(file, { realpath: false, stale: staleMs }))) return;
  await disk.remove(holderFile(file));
  await rm(`${file}.lock`, { recursive: true, force: true });
}

async function hold(wish: LockWish): Promise<HeldLock> {
  let lost = false;
  // The default throws from a timer and kills the process; ours waits until the next save asks.
  const onCompromised = () => {
    lost = true;
  };
  const options = { realpath: false, stale: neverStaleMs, update: refreshMs, onCompromised };
  const release = await lockfile.lock(wish.file, options).catch((error) => refuse(wish, error));
  const record = await recordOf(wish);
  const isOurs = async () => !lost && (await readHolder(wish.disk, wish.file))?.mark === record.mark;
  try {
    await wish.disk.write(holderFile(wish.file), JSON.stringify(record));
  } catch (error) {
    await release().catch(ignoreGone);
    throw error;
  }
  return {
    check: async () => {
      if (!(await isOurs())) throw lostLock(wish.file);
    },
    // A lock that somebody else has taken over is theirs to release.
    release: async () => {
      if (!(await isOurs())) return;
      await wish.disk.remove(holderFile(wish.file));
      await release().catch(ignoreGone);
    },
  };
}

async function recordOf({ host, command, now }: LockWish): Promise<HolderRecord> {
  const pidSpace = await readPidSpace();
  return { pid: host.pid, host: host.name, command, since: now, mark: randomUUID(), pidSpace };
}

async function refuse({ file, disk, now }: LockWish, error: unknown): Promise<never> {
  if (errnoOf(error) !== "ELOCKED") throw error;
  throw lockedDiary(file, await readHolder(disk, file), now);
}

function ignoreGone(error: unknown): void {
  if (!["ERELEASED", "ENOTACQUIRED"].includes(errnoOf(error) ?? "")) throw error;
}
