import { join } from "node:path";
import { damagedDiary, fileTrouble, newerDiary, strangerDiary } from "./diary-errors.ts";
import { type Disk, realDisk } from "./disk.ts";
import { type HeldLock, takeLock } from "./lock.ts";
import type { LockHost } from "./lock-holder.ts";
import { blankDiary, openDiary, readOnlyDiary } from "./open-diary.ts";
import { replaceFile } from "./replace-file.ts";
import { readDiary, writeDiary } from "./schema.ts";
import type { Diary, DiaryStore, OpenDiary, OpenOptions } from "./store.ts";

export interface FileStoreHost extends LockHost {
  /** Absent: the disk of this machine. */
  readonly disk?: Disk;
}

/** Keeps the diary in `state.json` of a folder, with the version before it in `state.json.bak`. */
export function createFileStore(folder: string, host: FileStoreHost): DiaryStore {
  const disk = host.disk ?? realDisk;
  const file = join(folder, "state.json");
  return {
    open: (options) =>
      inWords(file, async () => {
        if (options.readOnly) return readOnlyDiary((await load(disk, file, options)) ?? blankDiary(options));
        await disk.makeFolder(folder);
        const lock = await takeLock({ file, host, disk, command: options.command, now: options.now });
        return openLocked(disk, file, lock, options);
      }),
  };
}

async function openLocked(disk: Disk, file: string, lock: HeldLock, options: OpenOptions): Promise<OpenDiary> {
  try {
    let onDisk = await load(disk, file, options);
    const save = async (diary: Diary) => {
      await lock.check();
      if (onDisk !== undefined) await backUp(disk, file, onDisk);
      await replaceFile(disk, file, writeDiary(diary));
      onDisk = diary;
    };
    return openDiary(onDisk ?? blankDiary(options), {
      save: (diary) => inWords(file, () => save(diary)),
      close: () => inWords(file, () => lock.release()),
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function load(disk: Disk, file: string, asked: OpenOptions): Promise<Diary | undefined> {
  const text = await disk.read(file);
  if (text === undefined) return undefined;
  const read = readDiary(text);
  if (read.is === "newer") throw newerDiary(file, read.version);
  if (read.is === "damaged") throw damagedDiary(file, read.why, await findBackup(disk, file));
  const stranger = strangerDiary(file, read.diary, asked);
  if (stranger) throw stranger;
  return read.diary;
}

function backupOf(file: string): string {
  return `${file}.bak`;
}

/** Not flushed: the backup helps against a hand's slip, the diary itself stands every power cut. */
async function backUp(disk: Disk, file: string, diary: Diary): Promise<void> {
  await disk.write(`${backupOf(file)}.new`, writeDiary(diary));
  await disk.rename(`${backupOf(file)}.new`, backupOf(file));
}

async function findBackup(disk: Disk, file: string): Promise<{ path: string; serial: number } | undefined> {
  const text = await disk.read(backupOf(file)).catch(() => undefined);
  const read = text === undefined ? undefined : readDiary(text);
  return read?.is === "good" ? { path: backupOf(file), serial: read.diary.serial } : undefined;
}

async function inWords<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw fileTrouble(error, file);
  }
}
