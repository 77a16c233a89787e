import type { LockKey } from "../keys.ts";

interface Waiting {
  readonly keys: readonly LockKey[];
  readonly go: () => void;
}

/** What the cloud lets one write touch at a time: taken all at once or not at all, first come first served. */
export class LockTable {
  readonly #held = new Set<LockKey>();
  #queue: Waiting[] = [];

  /** Resolves when all of them are ours, at once for none; or without them when the signal fires. */
  async take(keys: readonly LockKey[], signal?: AbortSignal): Promise<void> {
    if (this.#areFree(keys)) return this.#hold(keys);
    // A signal that has fired fires no more: nobody would wake this one.
    if (signal?.aborted) return;
    await new Promise<void>((resolve) => {
      const leave = () => this.#leave(waiting);
      const go = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const waiting: Waiting = { keys, go };
      this.#queue.push(waiting);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  /** Takes them if nobody holds them: what a resumed run finds the cloud still working on. */
  tryTake(keys: readonly LockKey[]): boolean {
    if (!this.#areFree(keys)) return false;
    this.#hold(keys);
    return true;
  }

  release(keys: readonly LockKey[]): void {
    for (const key of keys) this.#held.delete(key);
    const reserved = new Set<LockKey>();
    for (const waiting of [...this.#queue]) {
      const free = this.#areFree(waiting.keys) && waiting.keys.every((key) => !reserved.has(key));
      if (free) this.#grant(waiting);
      else for (const key of waiting.keys) reserved.add(key);
    }
  }

  #areFree(keys: readonly LockKey[]): boolean {
    return keys.every((key) => !this.#held.has(key));
  }

  #hold(keys: readonly LockKey[]): void {
    for (const key of keys) this.#held.add(key);
  }

  #grant(waiting: Waiting): void {
    this.#queue = this.#queue.filter((other) => other !== waiting);
    this.#hold(waiting.keys);
    waiting.go();
  }

  #leave(waiting: Waiting): void {
    if (!this.#queue.includes(waiting)) return;
    this.#queue = this.#queue.filter((other) => other !== waiting);
    waiting.go();
  }
}
