import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { FaultOrder } from "../../src/simulator/faults/fault.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import type { Intent } from "../../src/state/store.ts";
import { expectNoSecret, plantCanaries, processTexts } from "./canaries.ts";
import { newFolder } from "./host.ts";
import { type NormalWorld, normalise, ordersOf } from "./normalise.ts";
import { quickParcels } from "./quick-parcels.ts";
import { type ProcessOptions, type SagctlProcess, startInTest } from "./sagctl-process.ts";
import { exampleFile, type TodaysTutorial, type Tutorial } from "./worlds.ts";

/** A simulated cloud that commands in processes of their own work on, for one test; no secret of it is told to anybody. */
export interface CloudHere {
  readonly cloud: SimulatedCloud;
  readonly port: number;
  /** For --simulate=URL. */
  readonly url: string;
  /** A folder of its own with the example network, and so a diary of its own. */
  machine(file?: string): Machine;
  /** What is to be searched for secrets when the test is over, beside what the machines hold. */
  readonly watched: Watched;
  /** Holds the calls that fit, once or so many times, before the cloud looks at them. */
  hold(when: FaultOrder["when"], times?: number): void;
  /** Withholds the answer to a call that has been carried out. */
  holdAnswer(when: FaultOrder["when"], id?: string): void;
  /** Until so many calls are held. */
  held(count?: number): Promise<void>;
  /** Lets go what is held, and holds nothing more. */
  release(): void;
  /** Orders by action. */
  orders(): Readonly<Record<string, number>>;
  writes(): readonly CallEntry[];
  /** What stands when all that is under way has come to its end. */
  settled(): Promise<NormalWorld>;
}

export interface Watched {
  readonly folders: string[];
  readonly processes: SagctlProcess[];
  readonly texts: (() => string)[];
}

/** Where somebody works on the served cloud with the same network file as everybody else. */
export interface Machine {
  readonly cwd: string;
  start(...more: readonly string[]): SagctlProcess;
  startWith(options: ProcessOptions, ...more: readonly string[]): SagctlProcess;
  /** Where its diary lies, once there is one. */
  diaryFile(): string;
}

/** Its time is virtual, or runs so many times as fast as the machine's. */
export async function serveHere(scenario: Tutorial | TodaysTutorial, factor?: number): Promise<CloudHere> {
  const time = factor === undefined ? {} : { realTime: { factor } };
  const cloud = createSimulatedCloud({ scenario, durations: quickParcels, ...time });
  const planted = plantCanaries(cloud);
  const watched: Watched = { folders: [], processes: [], texts: [] };
  onTestFinished(async () => {
    await cloud.close();
    await expectKept(cloud, watched);
  });
  const { url, port } = await cloud.listen();
  const withToken = `http://control:${cloud.controlToken}@${new URL(url).host}`;
  const { faults } = cloud;
  return {
    cloud,
    port,
    watched,
    url: withToken,
    machine: (file) => machineAt(withToken, file ?? exampleFile(scenario), watched),
    hold: (when, times = 1) => void faults.add({ what: "hold-answer", point: "accept", when, times }),
    holdAnswer: (when, id) => void faults.add({ what: "hold-answer", when, ...(id ? { id } : {}) }),
    held: async (count = 1) => {
      await vi.waitUntil(() => faults.held() >= count, patience);
      // What anybody on the machine may look at while they run.
      expectNoSecret(planted, { texts: processTexts(watched.processes.map((one) => one.pid)) });
    },
    release: () => faults.clear(),
    orders: () => ordersOf(cloud.world.state),
    writes: () => cloud.calls().filter((call) => call.kind === "write"),
    settled: async () => {
      await cloud.advanceTo(cloud.now() + LATER_MS);
      return normalise(cloud.world.state);
    },
  };
}

async function expectKept(cloud: SimulatedCloud, { folders, processes, texts }: Watched): Promise<void> {
  const secrets = cloud.world.state.accounts.flatMap((one) =>
    one.keys.flatMap((key) => [key.secret, key.securityToken]),
  );
  const written = await Promise.all(processes.map((one) => one.ended));
  const all = [...written.map(({ stdout, stderr }) => stdout + stderr), ...texts.map((text) => text())].join("\n");
  const known = secrets.filter((secret) => secret !== undefined);
  expectNoSecret(known, { texts: { "what was written": all }, folders, cloud });
}

/** A parcel takes days, and nothing is under way for so long. */
const LATER_MS = 6 * 24 * 60 * 60_000;

/** The crowd on this machine may be large; what is waited for comes. */
export const patience = { timeout: 60_000, interval: 10 };

function machineAt(url: string, file: string, { folders, processes }: Watched): Machine {
  const cwd = newFolder();
  folders.push(cwd);
  const startWith = (options: ProcessOptions, ...more: readonly string[]) => {
    const started = startInTest([...argv, ...more], cwd, options);
    processes.push(started);
    return started;
  };
  const argv = ["apply", "-f", file, `--simulate=${url}`, "--yes", "--approve-purchases"];
  return {
    cwd,
    start: (...more) => startWith({}, ...more),
    startWith,
    diaryFile: () => diaryIn(cwd),
  };
}

function diaryIn(cwd: string): string {
  const folder = join(cwd, ".sagctl", "simulated");
  const name = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((one) => one.endsWith("state.json"));
  if (name === undefined) throw new Error(`no diary in ${folder}`);
  return join(folder, name);
}

/** What a diary holds about one of the item's writes. */
export function intentIn(file: string, key: string): Intent | undefined {
  return JSON.parse(readFileSync(file, "utf8")).intents[key];
}
