import { damagedDiary, lockedDiary, newerDiary, strangerDiary } from "./diary-errors.ts";
import { blankDiary, openDiary, readOnlyDiary } from "./open-diary.ts";
import { readDiary, writeDiary } from "./schema.ts";
import type { Diary, DiaryStore, LockHolder, OpenOptions } from "./store.ts";

const where = "the diary in memory";

/** Keeps a diary for as long as the process lives: for a rehearsal, and for tests. `text` is what was kept before. */
export function createMemoryStore(text?: string): DiaryStore {
  let kept = text;
  let holder: LockHolder | undefined;
  return {
    open: async (options) => {
      if (options.readOnly) return readOnlyDiary(load(kept, options));
      if (holder) throw lockedDiary(where, holder, options.now);
      const first = load(kept, options);
      holder = { pid: 0, host: "this process", command: options.command, since: options.now };
      return openDiary(first, {
        save: async (diary) => {
          kept = writeDiary(diary);
        },
        close: async () => {
          holder = undefined;
        },
      });
    },
  };
}

function load(text: string | undefined, asked: OpenOptions): Diary {
  if (text === undefined) return blankDiary(asked);
  const read = readDiary(text);
  if (read.is === "newer") throw newerDiary(where, read.version);
  if (read.is === "damaged") throw damagedDiary(where, read.why);
  const stranger = strangerDiary(where, read.diary, asked);
  if (stranger) throw stranger;
  return read.diary;
}
