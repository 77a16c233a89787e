import type { ApiCall, Cloud, Read, Reply } from "../api/call.ts";
import { readAll } from "../api/read.ts";
import { hashCall, holdsLater } from "./call-hash.ts";

interface Shared {
  readonly began: number;
  readonly pages: Promise<readonly Reply[]>;
}

/** When an answer serves although it is older than what is asked for: it holds, and began after this moment. */
export interface Kept<T> {
  readonly since: number;
  holds(answer: T): boolean;
}

/**
 * One answer serves everybody who may rely on it: those for whom nothing has been written since the read began.
 * Time here is a count of events, not of milliseconds.
 */
export class SharedReads {
  readonly #cloud: Cloud;
  readonly #byCall = new Map<string, Shared>();
  readonly #unsent: ApiCall[] = [];
  #events = 0;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** The moment of something written; a read that begins later has seen it. */
  mark(): number {
    this.#events += 1;
    return this.#events;
  }

  /** Reads of what does not exist yet: they are to come, and need their rights. */
  get unsent(): readonly ApiCall[] {
    return this.#unsent;
  }

  /** Everything read so far is too old: a person has had time to think. */
  forget(): void {
    this.#byCall.clear();
  }

  async read<T>(read: Read<T>, notBefore: number, kept?: Kept<T>): Promise<T> {
    if (holdsLater(read.call.params)) {
      this.#unsent.push(read.call);
      return read.none;
    }
    const known = kept && this.#byCall.get(hashCall(read.call));
    if (known && known.began > kept.since) {
      const answer = read.take(await known.pages);
      if (kept.holds(answer)) return answer;
    }
    return read.take(await this.#pages(read, notBefore));
  }

  #pages<T>(read: Read<T>, notBefore: number): Promise<readonly Reply[]> {
    const hash = hashCall(read.call);
    const known = this.#byCall.get(hash);
    if (known && known.began > notBefore) return known.pages;
    const pages = readAll(this.#cloud, pagesOf(read));
    this.#byCall.set(hash, { began: this.mark(), pages });
    pages.catch(() => this.#byCall.delete(hash));
    return pages;
  }
}

function pagesOf<T>(read: Read<T>): Read<readonly Reply[]> {
  const next = read.next?.bind(read);
  const all = { call: read.call as ApiCall, take: (pages: readonly Reply[]) => pages, none: [] };
  return next ? { ...all, next } : all;
}
