import type { Verdict } from "./carry-out.ts";
import { type Schedule, writeSchedule } from "./schedule.ts";
import { type Invariant, invariants } from "./violation.ts";

/** A world that went wrong says so a hundred times; the replay tells the rest. */
const MOST_LINES = 5;
const LONGEST_LINE = 1_000;

/** Counts what was run, and prints each violation with the command that replays it. */
export class Tally {
  readonly #began = Date.now();
  readonly #broken = new Map<Invariant, number>();
  #runs = 0;
  #faults = 0;
  #deaths = 0;
  #words = 0;

  /** Runs with at least one violation. */
  failed = 0;

  add(scenario: string, schedule: Schedule, verdict: Verdict): void {
    this.#runs += 1;
    this.#faults += verdict.fired;
    if (schedule.dieAt !== undefined) this.#deaths += 1;
    if (verdict.inBalance) this.#words += 1;
    if (verdict.violations.length === 0) return;
    this.failed += 1;
    for (const { of } of verdict.violations) this.#broken.set(of, (this.#broken.get(of) ?? 0) + 1);
    for (const { of, because } of verdict.violations.slice(0, MOST_LINES)) {
      console.log(`${of} (${invariants[of]}): ${because.slice(0, LONGEST_LINE)}`);
    }
    console.log(`  npm run faults -- --scenario ${scenario} --schedule '${writeSchedule(schedule)}'`);
  }

  line(): string {
    const broken = (Object.keys(invariants) as Invariant[]).map((name) => `${name} ${this.#broken.get(name) ?? 0}`);
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(0);
    const done = `${this.#runs} runs, ${this.#faults} faults, ${this.#deaths} deaths, ${this.#words} by a person's word`;
    return `${done}; violations: ${broken.join(", ")}; ${seconds} s`;
  }
}
