import type { Clock } from "../clock.ts";

/** Longer than any call takes, tried again and again: a silence beyond that is a laptop that slept, or a clock that was set. */
const NAP_MS = 10 * 60_000;

/** The time that a run has been awake for: no deadline passes while nobody can look. */
export class AwakeTime {
  readonly #clock: Clock;
  #seenAt: number;
  #napsMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#seenAt = clock.now();
  }

  /** Milliseconds on a clock that stands still while the machine sleeps. */
  now(): number {
    const now = this.#clock.now();
    const silentMs = now - this.#seenAt;
    if (silentMs > NAP_MS) this.#napsMs += silentMs;
    this.#seenAt = Math.max(this.#seenAt, now);
    return now - this.#napsMs;
  }

  /** A pause that is meant counts as time awake, however long it is. */
  async sleep(ms: number, stop: AbortSignal): Promise<void> {
    const before = this.now();
    this.#seenAt = Math.max(this.#seenAt, before + this.#napsMs + ms);
    await this.#clock.sleep(ms, stop);
  }
}
