import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";

export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Wall time, ISO 8601. */
  readonly since: string;
}

/** Another process has this world; two writers would overwrite each other's cloud. */
export class WorldHeld extends Error {
  readonly file: string;

  constructor(file: string, holder: Holder | "nobody" | undefined) {
    const who =
      typeof holder === "object" ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
    super(`The simulated world ${file} is in use by ${who}.`);
    this.file = file;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Who holds a lock; "nobody" for a file that no holder can have written, since locks are never half there. */
function readHolder(path: string): Holder | "nobody" | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "nobody";
  }
}

function isDead(holder: Holder | "nobody" | undefined): boolean {
  return holder === "nobody" || (holder !== undefined && !isAlive(holder));
}

/** The lock is written aside and linked into place, so that nobody ever reads half of it. */
function tryTake(lock: string, own: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's lock out of the way; if a living one came in between, puts that back. */
function clearDead(lock: string): void {
  const aside = `${lock}.${process.pid}.dead`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (!isDead(readHolder(aside))) tryTake(lock, aside);
  unlinkSync(aside);
}

/** Takes the lock beside a world file, over a dead holder's if need be, or throws WorldHeld. Returns how to let go. */
export function lockWorld(file: string): () => void {
  const [lock, own] = [`${file}.lock`, `${file}.lock.${process.pid}`];
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    if (isDead(readHolder(lock))) clearDead(lock);
    if (!tryTake(lock, own)) throw new WorldHeld(file, readHolder(lock));
  } finally {
    unlinkSync(own);
  }
  let held = true;
  return () => {
    if (held) unlinkSync(lock);
    held = false;
  };
}
