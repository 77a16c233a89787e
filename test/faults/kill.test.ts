import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultOrder } from "../../src/simulator/faults/fault.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import { newFolder } from "../support/host.ts";
import { type NormalWorld, normalise, ordersOf } from "../support/normalise.ts";
import { type SagctlProcess, startSagctl } from "../support/sagctl-process.ts";
import { exampleFile, type Tutorial } from "../support/worlds.ts";

/** A cloud in this process, and a folder whose commands work on it from processes of their own. */
interface Stage {
  readonly cloud: SimulatedCloud;
  readonly cwd: string;
  start(...more: string[]): SagctlProcess;
}

const scenarios: readonly Tutorial[] = process.env.SAGCTL_FULL ? ["tutorial-a", "tutorial-a-empty"] : ["tutorial-a"];
/** A parcel takes days, and nothing is under way for so long. */
const LATER_MS = 6 * 24 * 60 * 60_000;
const stages: Stage[] = [];

async function openStage(scenario: Tutorial): Promise<Stage> {
  const cloud = createSimulatedCloud({ scenario });
  const { port } = await cloud.listen();
  const cwd = newFolder();
  const url = `http://control:${cloud.controlToken}@127.0.0.1:${port}`;
  const argv = ["apply", "-f", exampleFile(scenario), `--simulate=${url}`, "--yes", "--approve-purchases"];
  const stage = { cloud, cwd, start: (...more: string[]) => startSagctl([...argv, ...more], cwd) };
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const { cloud } of stages.splice(0)) await cloud.close();
});

async function settled({ cloud }: Stage): Promise<NormalWorld> {
  await cloud.advanceTo(cloud.now() + LATER_MS);
  return normalise(cloud.world.state);
}

interface Undisturbed {
  readonly calls: readonly CallEntry[];
  readonly wanted: NormalWorld;
}

async function undisturbed(scenario: Tutorial): Promise<Undisturbed> {
  const stage = await openStage(scenario);
  expect(await stage.start().ended).toMatchObject({ code: 0 });
  const calls = structuredClone(stage.cloud.calls());
  return { calls, wanted: await settled(stage) };
}

/** Where a run is stopped for ever, as the faults that stop it there. */
const moments = {
  "before its intent": (write: CallEntry, calls: readonly CallEntry[]): readonly FaultOrder[] => {
    // Several items look at once: what decided on this write is among the last few answers before it.
    const before = calls.filter((call) => call.index < write.index && call.kind === "read").slice(-5);
    return before.map((call) => ({ what: "hold-answer", when: nthOf(call, calls) }));
  },
  "intent written, not sent": (write: CallEntry, calls: readonly CallEntry[]) => [
    { what: "hold-answer", point: "accept", when: nthOf(write, calls) } as const,
    // What was held at the door never came in.
    { what: "reset-before-commit", when: nthOf(write, calls) } as const,
  ],
  "committed, not recorded": (write: CallEntry, calls: readonly CallEntry[]) => [
    { what: "hold-answer", when: nthOf(write, calls) } as const,
  ],
};

function nthOf({ index, product, action }: CallEntry, calls: readonly CallEntry[]): FaultOrder["when"] {
  const nth = calls.filter((call) => call.index <= index && call.action === action).length;
  return { product: product as "Smartag", action, nth };
}

/** Starts a run that comes to rest at the faults, and kills it there. */
async function killAt({ cloud, start }: Stage, faults: readonly FaultOrder[]): Promise<void> {
  for (const fault of faults) cloud.faults.add(fault);
  const doomed = start();
  await standstill(cloud);
  await doomed.kill();
  cloud.faults.release();
  cloud.faults.clear();
}

/** Everything has come to rest at what is held: no call came for a while. */
async function standstill(cloud: SimulatedCloud): Promise<void> {
  for (let before = -1; cloud.faults.held() === 0 || before !== cloud.calls().length; ) {
    before = cloud.calls().length;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

function intentOf(cwd: string, action: string): string | undefined {
  const folder = join(cwd, ".sagctl", "simulated");
  const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((one) => one.endsWith("state.json"));
  if (file === undefined || !existsSync(join(folder, file))) return undefined;
  const { intents } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return intents[slotOf[action] ?? ""]?.state;
}

/** Of the writes that are sent once only. */
const slotOf: Readonly<Record<string, string>> = {
  CreateSmartAccessGateway: "purchase/beijing#buy",
  ActivateSmartAccessGateway: "activate/beijing#activate",
  ModifySmartAccessGateway: "static-routes/beijing#set",
  BindSmartAccessGateway: "ccn-bind/beijing#bind",
  CreateCenBandwidthPackage: "bandwidth-package/china-america#buy",
  AssociateCenBandwidthPackage: "bandwidth-package/china-america#associate",
};

const intentAt: Readonly<Record<keyof typeof moments, string | undefined>> = {
  "before its intent": undefined,
  "intent written, not sent": "sending",
  "committed, not recorded": "sending",
};

/** Runs again to the end; where the gateway's order is in the balance, by a person's word. */
async function resume(stage: Stage): Promise<{ readonly inBalance: boolean }> {
  const before = ordersOf(stage.cloud.world.state);
  const again = await stage.start().ended;
  if (again.code === 0) return { inBalance: false };
  expect(again).toMatchObject({ code: 10 });
  expect(ordersOf(stage.cloud.world.state)).toEqual(before);
  const [marker = ""] = /sagctl-[0-9a-f]{12}-g1/.exec(again.stdout + again.stderr) ?? [];
  expect(await stage.start("--buy-again", marker).ended).toMatchObject({ code: 0 });
  return { inBalance: true };
}

describe.each(scenarios)("%s, killed and run again", (scenario) => {
  let sound: Undisturbed;
  const writes = { "tutorial-a": 11, "tutorial-a-empty": 15, "tutorial-a-half-done": 7 }[scenario];
  const schedules = Array.from({ length: writes }, (_, index) =>
    (Object.keys(moments) as (keyof typeof moments)[]).map((moment) => ({ nth: index + 1, moment })),
  ).flat();

  beforeAll(async () => {
    sound = await undisturbed(scenario);
    expect(sound.calls.filter((call) => call.kind === "write")).toHaveLength(writes);
    expect(Object.values(sound.wanted.orders)).toEqual([1, 1]);
  }, 60_000);

  it.each(schedules)(
    "write $nth, $moment",
    async ({ nth, moment }) => {
      const write = sound.calls.filter((call) => call.kind === "write")[nth - 1];
      if (!write) throw new Error(`there is no write ${nth}`);
      const stage = await openStage(scenario);
      await killAt(stage, moments[moment](write, sound.calls));
      if (write.action in slotOf) expect(intentOf(stage.cwd, write.action)).toBe(intentAt[moment]);
      const { inBalance } = await resume(stage);
      const isPurchase = write.action === "CreateSmartAccessGateway";
      expect(inBalance).toBe(isPurchase && moment === "intent written, not sent");
      expect(await settled(stage)).toEqual(sound.wanted);
    },
    60_000,
  );
});
