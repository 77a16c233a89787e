import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { CloudControl } from "../../src/simulator/cloud-control.ts";
import type { FaultOrder } from "../../src/simulator/faults/fault.ts";
import { createRemoteCloud } from "../../src/simulator/remote.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import type { Intent } from "../../src/state/store.ts";
import { newFolder } from "./host.ts";
import { type NormalWorld, normalise, ordersOf } from "./normalise.ts";
import { type ProcessOptions, type SagctlProcess, startInTest } from "./sagctl-process.ts";
import { exampleFile, type Tutorial } from "./worlds.ts";

/** A simulated cloud that commands in processes of their own work on, for one test. */
export interface ServedCloud {
  readonly control: CloudControl;
  /** For --simulate=URL. */
  readonly url: string;
  /** A folder of its own with the example network, and so a diary of its own. */
  machine(file?: string): Machine;
  /** Holds the calls that fit, once or so many times, before the cloud looks at them. */
  hold(when: FaultOrder["when"], times?: number): Promise<void>;
  /** Withholds the answer to a call that has been carried out. */
  holdAnswer(when: FaultOrder["when"], id?: string): Promise<void>;
  /** Until so many calls are held. */
  held(count?: number): Promise<void>;
  /** Lets go what is held, and holds nothing more. */
  release(): Promise<void>;
  /** Orders by action. */
  orders(): Promise<Readonly<Record<string, number>>>;
  writes(): Promise<readonly CallEntry[]>;
}

/** Where somebody works on the served cloud with the same network file as everybody else. */
export interface Machine {
  readonly cwd: string;
  start(...more: readonly string[]): SagctlProcess;
  startWith(options: ProcessOptions, ...more: readonly string[]): SagctlProcess;
  /** Where its diary lies, once there is one. */
  diaryFile(): string;
}

/** A `sagctl simulate serve` in a process of its own. */
export async function serveApart(scenario: Tutorial): Promise<ServedCloud> {
  const serve = startInTest(["simulate", "serve", "--scenario", scenario], newFolder());
  const url = /--simulate=(\S+)/.exec(await serve.until("_SECRET="))?.[1] ?? "";
  return servedAt(url, createRemoteCloud(url), scenario);
}

/** A cloud that lives in this process, where it can be looked into. */
export interface CloudHere extends ServedCloud {
  readonly cloud: SimulatedCloud;
  readonly port: number;
  /** What stands when all that is under way has come to its end. */
  settled(): Promise<NormalWorld>;
}

/** Its time is virtual, or runs so many times as fast as the machine's. */
export async function serveHere(scenario: Tutorial, factor?: number): Promise<CloudHere> {
  const cloud = createSimulatedCloud({ scenario, ...(factor === undefined ? {} : { realTime: { factor } }) });
  onTestFinished(() => cloud.close());
  const { url, port } = await cloud.listen();
  const settled = async () => {
    await cloud.advanceTo(cloud.now() + LATER_MS);
    return normalise(cloud.world.state);
  };
  const withToken = `http://control:${cloud.controlToken}@${new URL(url).host}`;
  return { ...servedAt(withToken, cloud, scenario), cloud, port, settled };
}

function servedAt(url: string, control: CloudControl, scenario: Tutorial): ServedCloud {
  const { faults } = control;
  return {
    control,
    url,
    machine: (file) => machineAt(url, file ?? exampleFile(scenario)),
    hold: async (when, times = 1) => void (await faults.add({ what: "hold-answer", point: "accept", when, times })),
    holdAnswer: async (when, id) => void (await faults.add({ what: "hold-answer", when, ...(id ? { id } : {}) })),
    held: async (count = 1) => void (await vi.waitUntil(async () => (await faults.held()) >= count, patience)),
    release: async () => {
      await faults.clear();
    },
    orders: async () => ordersOf({ ledger: [...(await control.ledger())] }),
    writes: async () => (await control.calls()).filter((call) => call.kind === "write"),
  };
}

/** A parcel takes days, and nothing is under way for so long. */
const LATER_MS = 6 * 24 * 60 * 60_000;

/** The crowd on this machine may be large; what is waited for comes. */
export const patience = { timeout: 60_000, interval: 10 };

function machineAt(url: string, file: string): Machine {
  const cwd = newFolder();
  const argv = ["apply", "-f", file, `--simulate=${url}`, "--yes", "--approve-purchases"];
  return {
    cwd,
    start: (...more) => startInTest([...argv, ...more], cwd),
    startWith: (options, ...more) => startInTest([...argv, ...more], cwd, options),
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
