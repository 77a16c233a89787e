import type { ItemKey } from "../../src/keys.ts";
import { readDiary } from "../../src/state/schema.ts";
import type { Diary, Intent, IntentKey } from "../../src/state/store.ts";
import type { Violation } from "../judge/violation.ts";
import { MemoryDisk } from "./memory-disk.ts";

const FILE = "/diary/state.json";

/**
 * I3: reads the diary's file at every instant, as the next process would find it, and on the platter before a call leaves.
 * One for all runs of a schedule: what one of them has written down, the next one may not forget.
 */
export class DiaryWatch {
  readonly disk = new MemoryDisk(() => this.#look());
  readonly file = FILE;
  readonly #read = new Map<string, Diary | undefined>();
  readonly #violations = new Set<string>();
  #last: Diary | undefined;

  constructor(first?: string) {
    if (first !== undefined) this.disk.put(FILE, first);
  }

  get violations(): readonly Violation[] {
    return [...this.#violations].map((because) => ({ of: "I3", because }));
  }

  /** The text as the next process reads it. */
  text(): string {
    return this.disk.textOf(FILE) ?? "";
  }

  /** What a power cut takes was not on the platter, so nothing has left that relies on it. */
  dies(how: "killed" | "powercut"): void {
    this.disk.off(how);
    const left = this.disk.textOf(FILE);
    this.#last = left === undefined ? undefined : this.#parse(left);
  }

  /** A call is about to leave: what the diary says of it must outlive a power cut. */
  leaves(item: ItemKey, slot: string): void {
    const key: IntentKey = `${item}#${slot}`;
    const [kept] = this.disk.afterPowerCut(FILE);
    const intent = kept === undefined ? undefined : this.#parse(kept)?.intents[key];
    if (intent?.state !== "sending") this.#violations.add(`${key} is sent, and the platter does not say so`);
  }

  #look(): void {
    const visible = this.disk.textOf(FILE);
    for (const text of this.disk.afterPowerCut(FILE)) if (text !== undefined) this.#parse(text);
    const now = visible === undefined ? undefined : this.#parse(visible);
    if (!now || now === this.#last) return;
    if (this.#last) for (const lost of forgotten(this.#last, now)) this.#violations.add(`the diary forgets ${lost}`);
    this.#last = now;
  }

  /** Each text that the file ever has is read once; undefined: it cannot be. */
  #parse(text: string): Diary | undefined {
    if (this.#read.has(text)) return this.#read.get(text);
    const read = readDiary(text);
    const diary = read.is === "good" ? read.diary : undefined;
    if (!diary) this.#violations.add(`the diary would be read as ${read.is}: ${JSON.stringify(text.slice(0, 60))}`);
    this.#read.set(text, diary);
    return diary;
  }
}

/** An intent that is gone, or an answer that is gone from an intent that still stands. */
function forgotten(before: Diary, now: Diary): readonly string[] {
  return Object.values(before.intents)
    .filter((was) => !keeps(was, now.intents[was.key]))
    .map((was) => `${was.key}, ${was.state}, generation ${was.generation}`);
}

function keeps(was: Intent, is: Intent | undefined): boolean {
  if (!is || is.generation < was.generation) return false;
  if (is.generation > was.generation || was.reply === undefined) return true;
  return JSON.stringify(is.reply) === JSON.stringify(was.reply);
}
