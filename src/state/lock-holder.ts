import { readlink } from "node:fs/promises";
import { z } from "zod";
import type { Disk } from "./disk.ts";
import type { LockHolder } from "./store.ts";

/** What this process knows of itself and its machine. */
export interface LockHost {
  readonly pid: number;
  readonly name: string;
  isRunning(pid: number): boolean;
}

/** Who holds a lock, as it stands beside the lock. */
export interface HolderRecord extends LockHolder {
  /** Tells two holders with the same pid apart. */
  readonly mark: string;
  /** Containers may share a host name and not their process numbers. */
  readonly pidSpace: string;
}

const recordSchema: z.ZodType<HolderRecord> = z.object({
  pid: z.int().min(1),
  host: z.string(),
  command: z.string(),
  since: z.number(),
  mark: z.string(),
  pidSpace: z.string(),
});

export function holderFile(file: string): string {
  return `${file}.holder`;
}

/** undefined: nobody has said who; a torn record says nothing either. */
export async function readHolder(disk: Disk, file: string): Promise<HolderRecord | undefined> {
  const text = await disk.read(holderFile(file));
  try {
    return text === undefined ? undefined : recordSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Only a process of this very machine can be known to be gone. */
export async function isGone(holder: HolderRecord, host: LockHost): Promise<boolean> {
  return holder.host === host.name && holder.pidSpace === (await readPidSpace()) && !host.isRunning(holder.pid);
}

/** The process number space of Linux; empty where there is only one. */
export async function readPidSpace(): Promise<string> {
  return readlink("/proc/self/ns/pid").catch(() => "");
}
