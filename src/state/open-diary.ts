import { refuseSecrets } from "./no-secrets.ts";
import { intentSchema } from "./schema.ts";
import type { Diary, Intent, OpenDiary, OpenOptions } from "./store.ts";

/** Where a diary is put; `save` has it on disk, flushed, when it returns. */
export interface Place {
  save(diary: Diary): Promise<void>;
  close(): Promise<void>;
}

/** A diary nobody has written in yet. */
export function blankDiary(options: OpenOptions): Diary {
  return { version: 1, serial: 0, network: options.network, cloud: options.cloud, intents: {} };
}

/** A diary for looking only. */
export function readOnlyDiary(diary: Diary): OpenDiary {
  return {
    diary,
    find: (key) => diary.intents[key],
    of: (item) => intentsOf(diary, `${item}#`),
    ofStep: (step) => intentsOf(diary, `${step}/`),
    keep: () => Promise.reject(new Error("bug: a diary opened for reading was written to")),
    close: () => Promise.resolve(),
  };
}

/** A diary for writing. Several items keep at once, so saves queue up; one that fails leaves the diary as it was. */
export function openDiary(first: Diary, place: Place): OpenDiary {
  let diary = first;
  let queue: Promise<void> = Promise.resolve();
  let closed = false;
  const save = async (intent: Intent) => {
    const next = { ...diary, serial: diary.serial + 1, intents: { ...diary.intents, [intent.key]: intent } };
    await place.save(next);
    diary = next;
  };
  return {
    get diary() {
      return diary;
    },
    find: (key) => diary.intents[key],
    of: (item) => intentsOf(diary, `${item}#`),
    ofStep: (step) => intentsOf(diary, `${step}/`),
    keep: async (intent) => {
      if (closed) throw new Error("bug: a closed diary was written to");
      const kept = asItWillLoad(intent);
      const saved = queue.then(() => save(kept));
      queue = saved.catch(() => undefined);
      await saved;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await queue;
      await place.close();
    },
  };
}

function intentsOf(diary: Diary, beginning: string): readonly Intent[] {
  return Object.values(diary.intents).filter((intent) => intent.key.startsWith(beginning));
}

/** The intent after a trip through JSON and the schema, so that this run sees what the next one will. */
function asItWillLoad(intent: Intent): Intent {
  refuseSecrets(intent.reply);
  return intentSchema.parse(JSON.parse(JSON.stringify(intent)));
}
