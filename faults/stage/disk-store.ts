import { damagedDiary } from "../../src/state/diary-errors.ts";
import type { Disk } from "../../src/state/disk.ts";
import { blankDiary, openDiary, readOnlyDiary } from "../../src/state/open-diary.ts";
import { replaceFile } from "../../src/state/replace-file.ts";
import { readDiary, writeDiary } from "../../src/state/schema.ts";
import type { Diary, DiaryStore, OpenOptions } from "../../src/state/store.ts";

/** The file store's way of keeping a diary, without its lock and its backup: one process at a time, ten thousand times. */
export function createDiskStore(disk: Disk, file: string): DiaryStore {
  return {
    open: async (options) => {
      const first = await load(disk, file, options);
      if (options.readOnly) return readOnlyDiary(first);
      const save = (diary: Diary) => replaceFile(disk, file, writeDiary(diary));
      return openDiary(first, { save, close: async () => {} });
    },
  };
}

async function load(disk: Disk, file: string, options: OpenOptions): Promise<Diary> {
  const text = await disk.read(file);
  if (text === undefined) return blankDiary(options);
  const read = readDiary(text);
  if (read.is !== "good") throw damagedDiary(file, read.is);
  return read.diary;
}
