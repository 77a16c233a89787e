import type { Verdict } from "./carry-out.ts";
import { type Invariant, invariants } from "./judge/violation.ts";
import type { Job } from "./pool.ts";
import { roundsOf, writeSchedule } from "./schedules/schedule.ts";
import { writeTrial } from "./trial.ts";

/** A world that went wrong says so a hundred times; the replay tells the rest. */
const MOST_LINES = 5;
const LONGEST_LINE = 1_000;

/** Counts what was run, and prints each violation with the command that replays it. */
export class Tally {
  readonly #began = Date.now();
  readonly #broken = new Map<Invariant, number>();
  readonly #byTrial = new Map<string, { readonly runs: number; readonly failed: number }>();
  #faults = 0;
  #deaths = 0;
  #words = 0;

  runs = 0;
  /** Runs with at least one violation. */
  failed = 0;

  add({ sound, schedule }: Job, { violations, fired, inBalance }: Verdict): void {
    this.runs += 1;
    for (const count of fired) this.#faults += count;
    this.#deaths += roundsOf(schedule).filter((round) => round.death !== undefined).length;
    if (inBalance) this.#words += 1;
    this.#count(writeTrial(sound.trial), violations.length > 0);
    if (violations.length === 0) return;
    this.failed += 1;
    for (const { of } of violations) this.#broken.set(of, (this.#broken.get(of) ?? 0) + 1);
    for (const { of, because } of violations.slice(0, MOST_LINES)) {
      console.log(`${of} (${invariants[of]}): ${because.slice(0, LONGEST_LINE)}`);
    }
    console.log(`  ${replayOf(writeTrial(sound.trial), writeSchedule(schedule))}`);
  }

  /** How far it has come, for a person who waits. */
  progress(all: number): string {
    const seconds = this.#seconds();
    const left = Math.round(((all - this.runs) * seconds) / Math.max(1, this.runs));
    const pace = (this.runs / Math.max(1, seconds)).toFixed(1);
    return `${this.runs} of ${all} runs, ${this.failed} of them with violations; ${pace} a second, about ${left} s to go`;
  }

  /** A line for each trial. */
  trials(): readonly string[] {
    const all = [...this.#byTrial].sort(([a], [b]) => (a < b ? -1 : 1));
    return all.map(([trial, { runs, failed }]) => `${trial}: ${runs} runs, ${failed} with violations`);
  }

  line(): string {
    const broken = (Object.keys(invariants) as Invariant[]).map((name) => `${name} ${this.#broken.get(name) ?? 0}`);
    const done = `${this.runs} runs, ${this.#faults} faults, ${this.#deaths} deaths, ${this.#words} by a person's word`;
    return `${done}; violations: ${broken.join(", ")}; ${this.#seconds().toFixed(0)} s`;
  }

  #count(trial: string, isFailed: boolean): void {
    const { runs, failed } = this.#byTrial.get(trial) ?? { runs: 0, failed: 0 };
    this.#byTrial.set(trial, { runs: runs + 1, failed: failed + (isFailed ? 1 : 0) });
  }

  #seconds(): number {
    return (Date.now() - this.#began) / 1000;
  }
}

/** The command that carries out one schedule again. */
export function replayOf(trial: string, schedule: string): string {
  return `npm run faults -- --trial ${trial} --schedule '${schedule}'`;
}
