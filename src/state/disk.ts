import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** The few things done to files here, as a port, so that a test can stop between any two of them. */
export interface Disk {
  /** With its parents, for the owner only; flushed. */
  makeFolder(path: string): Promise<void>;
  /** undefined: not there. */
  read(path: string): Promise<string | undefined>;
  /** The whole content, for the owner only; not flushed yet. */
  write(path: string, text: string): Promise<void>;
  /** What `write` wrote is on the platter when this returns. */
  flushFile(path: string): Promise<void>;
  /** What was renamed or removed in the folder is on the platter when this returns. */
  flushFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** No error when it is not there. */
  remove(path: string): Promise<void>;
}

/** The disk of this machine. */
export const realDisk: Disk = {
  makeFolder,
  read: (path) => readFile(path, "utf8").catch(undefinedWhenAbsent),
  write,
  flushFile: (path) => flush(path, "r+"),
  flushFolder,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
};

/** The errno name of a failed file operation: `ENOSPC`. */
export function errnoOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
}

async function write(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.chmod(0o600);
    // FileHandle.writeFile goes on after a short write; a bare fs.write does not, and a full disk writes short.
    await file.writeFile(text, "utf8");
  } finally {
    await file.close();
  }
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

// Windows opens no folder as a file, and some network file systems flush none: there the rename is all one can have.
const unflushable = new Set(["EISDIR", "EPERM", "EINVAL", "ENOTSUP"]);

async function flushFolder(path: string): Promise<void> {
  try {
    await flush(path, "r");
  } catch (error) {
    if (!unflushable.has(errnoOf(error) ?? "")) throw error;
  }
}

function undefinedWhenAbsent(error: unknown): undefined {
  if (errnoOf(error) === "ENOENT") return undefined;
  throw error;
}
