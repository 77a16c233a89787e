import type { Clock } from "../clock.ts";

/** Longer than any call takes, tried again and again: a silence beyond that is a laptop that slept, or a clock that was set. */
const NAP_MS = 10 * 60_000;

/** The time that a run has been awake for: no deadline passes while nobody can look. */
export class AwakeTime {
  readonly #clock: Clock;
  /** When it was last asked. */
  #heardAt: number;
  /** Until when silence has its reason. */
  #seenAt: number;
  #napsMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#heardAt = clock.now();
    this.#seenAt = this.#heardAt;
  }

  /** Milliseconds on a clock that stands still while the machine sleeps. */
  now(): number {
    const now = this.#clock.now();
    this.#follow(now);
    const silentMs = now - this.#seenAt;
    if (silentMs > NAP_MS) this.#napsMs += silentMs;
    this.#seenAt = Math.max(this.#seenAt, now);
    return now - this.#napsMs;
  }

  /** A clock that was set back is as good as one that was not. */
  #follow(now: number): void {
    const backMs = Math.max(0, this.#heardAt - now);
    this.#napsMs -= backMs;
    this.#seenAt -= backMs;
    this.#heardAt = now;
  }

  /** A pause that is meant counts as time awake, however long it is. */
  async sleep(ms: number, stop: AbortSignal): Promise<void> {
    const before = this.now();
    this.#seenAt = Math.max(this.#seenAt, before + this.#napsMs + ms);
    await this.#clock.sleep(ms, stop);
  }
}
