/** Time as a port: the real one, and one of a simulated cloud that jumps from event to event. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, without an error, when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Virtual time stands still while this is under way. */
  during<T>(io: Promise<T>): Promise<T>;
}

/** Where a simulated clock's time is kept: the world in this process, or a `simulate serve`. */
export interface TimeSource {
  now(): number;
  /** Lets virtual time pass up to `at` (milliseconds since 1970); everything due by then happens. */
  advanceTo(at: number): Promise<unknown>;
}

/** This machine's own time. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener("abort", done);
    }),
  during: (io) => io,
};

interface Sleeper {
  at: number;
  wake: () => void;
}

/**
 * A clock that jumps to the next sleeper when nobody works: no IO is in flight and every task waits.
 * Jumping on `setImmediate` alone would overtake the first loopback call, hence the count of IO in flight.
 */
export class SimulatedClock implements Clock {
  readonly #source: TimeSource;
  #sleepers: Sleeper[] = [];
  #inFlight = 0;
  #armed = false;

  constructor(source: TimeSource) {
    this.#source = source;
  }

  now(): number {
    return this.#source.now();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const sleeper: Sleeper = { at: this.now() + Math.max(0, ms), wake: () => this.#wake(sleeper, resolve, signal) };
      signal?.addEventListener("abort", sleeper.wake, { once: true });
      this.#sleepers.push(sleeper);
      this.#arm();
    });
  }

  async during<T>(io: Promise<T>): Promise<T> {
    this.#inFlight += 1;
    try {
      return await io;
    } finally {
      this.#inFlight -= 1;
      this.#arm();
    }
  }

  #wake(sleeper: Sleeper, resolve: () => void, signal?: AbortSignal): void {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    signal?.removeEventListener("abort", sleeper.wake);
    resolve();
  }

  #arm(): void {
    if (this.#armed || this.#sleepers.length === 0) return;
    this.#armed = true;
    setImmediate(() => setImmediate(() => this.#tick()));
  }

  async #tick(): Promise<void> {
    this.#armed = false;
    if (this.#inFlight > 0 || this.#sleepers.length === 0) return;
    const at = Math.min(...this.#sleepers.map((sleeper) => sleeper.at));
    if (at > this.now()) await this.during(this.#source.advanceTo(at));
    for (const sleeper of this.#sleepers.filter((one) => one.at <= this.now())) sleeper.wake();
    this.#arm();
  }
}
