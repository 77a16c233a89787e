import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import { expectNoSecret, plantCanaries } from "./canaries.ts";
import { type CliResult, newFolder } from "./host.ts";
import { ordersOf } from "./normalise.ts";
import { quickParcels } from "./quick-parcels.ts";
import { startSagctl } from "./sagctl-process.ts";
import { exampleFile } from "./worlds.ts";

export type Way = "apply" | "undo";

/** Which points of a run are died at: one in `every`, drawn by name and seed, and those of each write; or a list from an earlier chain. */
export type Choice =
  | { readonly every: number; readonly seed: string; readonly eachWrite: boolean }
  | { readonly at: readonly string[] };

/** A diary and a cloud on which processes die, one after the other, each at a point at which none has died yet. */
export interface KillChain {
  readonly cloud: SimulatedCloud;
  /** The same command again and again, until one comes through; the points at which the others died. */
  run(way: Way, choice: Choice): Promise<readonly string[]>;
  /** Once, by a process that nobody disturbs. */
  runOnce(way: Way): Promise<CliResult>;
  /** The points at which its processes have died so far. */
  deaths(): readonly string[];
  /** All that its processes asked of the cloud, whose own log keeps only the last few thousand. */
  calls(): readonly CallEntry[];
  /** Throws where a secret is in what the processes wrote, in files or elsewhere, or in what the cloud exports. */
  expectNoSecret(): void;
  close(): Promise<void>;
}

const consents = ["--yes", "--approve-purchases", "--allow-destroy", "--allow-shared"];
const preload = `--require ${join(import.meta.dirname, "kill-here.cjs")}`;
const ENOUGH = 2000;
/** Every run ends (I9): one that is killed after so long has died at no point of ours. */
const LONGEST_RUN_MS = 180_000;

/** Opens a chain on a new cloud; whoever opens it closes it. */
export async function openKillChain(scenario: string): Promise<KillChain> {
  const cloud = createSimulatedCloud({ scenario, durations: quickParcels });
  const secrets = plantCanaries(cloud);
  const { url } = await cloud.listen();
  const [cwd, noted] = [newFolder(), newFolder()];
  const place = ["-f", exampleFile(scenario), `--simulate=http://control:${cloud.controlToken}@${new URL(url).host}`];
  let written = "";
  const calls: CallEntry[] = [];
  const start = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const started = startSagctl([...argv, ...place, ...consents], cwd, { env });
    const limit = setTimeout(() => void started.kill(), LONGEST_RUN_MS);
    const ended = await started.ended;
    clearTimeout(limit);
    written += ended.stdout + ended.stderr;
    const last = calls.at(-1)?.index ?? 0;
    calls.push(...cloud.calls().filter((call) => call.index > last));
    return ended;
  };
  const notes = join(noted, "deaths");
  return {
    cloud,
    deaths: () => deathsIn(notes),
    calls: () => calls,
    run: (way, choice) => runThrough({ cloud, cwd, notes, choice, start: (env, more) => start([way, ...more], env) }),
    runOnce: (way) => start([way]),
    expectNoSecret: () => expectNoSecret(secrets, { texts: { written }, folders: [cwd, noted], cloud }),
    close: () => cloud.close(),
  };
}

interface Course {
  readonly cloud: SimulatedCloud;
  readonly cwd: string;
  readonly notes: string;
  readonly choice: Choice;
  start(env: Readonly<Record<string, string>>, more: readonly string[]): Promise<CliResult>;
}

async function runThrough({ cloud, cwd, notes, choice, start }: Course): Promise<readonly string[]> {
  const deaths = () => deathsIn(notes);
  let more: readonly string[] = [];
  for (let count = 0; count < ENOUGH; ) {
    const order = "at" in choice ? { notes, at: choice.at[count] ?? "" } : { notes, ...choice };
    const before = ordersOf(cloud.world.state);
    const ended = await start({ NODE_OPTIONS: preload, KILL_HERE: JSON.stringify(order) }, more);
    const died = deaths().length > count;
    count = deaths().length;
    more = [];
    if (died !== (ended.code === -1)) throw new Error(`it died otherwise than at a point: ${JSON.stringify(ended)}`);
    if (died) continue;
    if (ended.code === 0) return deaths();
    if (ended.code === 8 && deaths().at(-1)?.includes("lock")) waitForLock(cwd);
    else more = wordFor(ended, before, cloud);
  }
  throw new Error(`no process came through in ${cwd} after ${ENOUGH} deaths`);
}

/** The points at which processes died, in their order. */
function deathsIn(notes: string): readonly string[] {
  return existsSync(notes) ? readFileSync(notes, "utf8").trim().split("\n") : [];
}

/** Who died while taking the lock, or before saying who holds it, leaves it to nobody: it ends when it is ten seconds old. */
function waitForLock(cwd: string): void {
  const old = Date.now() / 1000 - 60;
  const folder = join(cwd, ".sagctl");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".lock"));
  for (const name of names) utimesSync(join(folder, name), old, old);
}

/** A person's word, where a purchase is in the balance and no order of that run or an earlier one is there. */
function wordFor({ code, stdout, stderr }: CliResult, before: object, { world }: SimulatedCloud): readonly string[] {
  const [marker] = /sagctl-[0-9a-f]{12}-g\d+/.exec(stdout + stderr) ?? [];
  if (code !== 10 || marker === undefined) throw new Error(`ended with ${code}: ${stdout}\n${stderr}`);
  if (JSON.stringify(before) !== JSON.stringify(ordersOf(world.state)))
    throw new Error(`${marker} was ordered after all`);
  return ["--buy-again", marker];
}
