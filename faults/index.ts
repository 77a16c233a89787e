import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tutorials } from "../test/support/worlds.ts";
import { carryOut } from "./carry-out.ts";
import { exhaustive } from "./exhaustive.ts";
import { drawSchedule } from "./random.ts";
import { readSchedule, type Schedule, writeSchedule } from "./schedule.ts";
import { Tally } from "./tally.ts";
import { runUndisturbed, type Undisturbed } from "./undisturbed.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "100" },
    scenario: { type: "string", multiple: true, default: [...tutorials] },
    part: { type: "string", default: "both" },
    polls: { type: "string", default: "few" },
    every: { type: "string", default: "1" },
    schedule: { type: "string" },
  },
});

function* randomSchedules(sound: Undisturbed): Generator<Schedule> {
  const [seed, runs] = [Number(values.seed), Number(values.runs)];
  for (let more = 0; more < runs; more += 1) yield drawSchedule(seed + more, sound);
}

function* schedulesFor(sound: Undisturbed): Generator<Schedule> {
  if (values.schedule !== undefined) return yield readSchedule(values.schedule);
  const single = exhaustive(sound, { fewPolls: values.polls !== "all" });
  const every = Number(values.every);
  if (values.part !== "random") yield* single.filter((_, index) => index % every === 0);
  if (values.part !== "exhaustive") yield* randomSchedules(sound);
}

async function runAll(tally: Tally): Promise<void> {
  for (const scenario of values.scenario) {
    const sound = await runUndisturbed(scenario);
    for (const schedule of schedulesFor(sound)) {
      try {
        tally.add(scenario, schedule, await carryOut(schedule, sound));
      } catch (error) {
        console.log(`npm run faults -- --scenario ${scenario} --schedule '${writeSchedule(schedule)}'`);
        throw error;
      }
    }
  }
}

console.log(`seed ${values.seed}, scenarios ${values.scenario.join(", ")}`);
// Every run has folders of its own: all of them in one, which is taken away at the end.
const folder = mkdtempSync(join(tmpdir(), "sagctl-faults-"));
process.env.TMPDIR = folder;
const tally = new Tally();
try {
  await runAll(tally);
} finally {
  console.log(tally.line());
  rmSync(folder, { recursive: true, force: true });
}
process.exit(tally.failed === 0 ? 0 : 1);
