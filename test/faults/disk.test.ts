import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { EngineWorld } from "../../src/engine/world.ts";
import { createFileStore } from "../../src/state/file-store.ts";
import type { Diary } from "../../src/state/store.ts";
import { diskErrors, FailingDisk } from "../state/failing-disk.ts";
import { newFolder } from "../support/host.ts";
import { type NormalWorld, ordersOf } from "../support/normalise.ts";
import { quickParcels } from "../support/quick-parcels.ts";
import { resume } from "../support/resume.ts";
import { openRig, type Rig } from "../support/rig.ts";
import { wordsOf } from "../support/sagctl-process.ts";
import { type CloudHere, type Machine, serveHere } from "../support/served-cloud.ts";

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const machine = { pid: 4711, name: "x", isRunning: () => false };
/** In CI every fourth operation fails, each error in its turn; a save has seven, so that each of them does in some save. */
const step = process.env.SAGCTL_FULL ? 1 : 4 * diskErrors.length;

interface Desk {
  readonly rig: Rig;
  readonly disk: FailingDisk;
  readonly file: string;
}

async function openDesk(disk: FailingDisk): Promise<Desk> {
  const folder = newFolder();
  const store = createFileStore(folder, { ...machine, disk });
  return {
    rig: await openRig({ scenario: "tutorial-a", durations: quickParcels, wire: "none", store }),
    disk,
    file: join(folder, "state.json"),
  };
}

function intentsOn(file: string): Diary["intents"] {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).intents : {};
}

/** Notes every write whose intent is not on the disk at the moment it leaves. */
function watched(file: string, unwritten: string[]): (world: EngineWorld) => EngineWorld {
  return (world) => {
    const tell: EngineWorld["tell"] = (event) => {
      world.tell(event);
      if (event.type !== "sending") return;
      const key = `${event.item}#${event.change.slot}` as const;
      if (intentsOn(file)[key]?.state !== "sending") unwritten.push(key);
    };
    return { ...world, tell };
  };
}

let sound: { readonly world: NormalWorld; readonly operations: readonly string[] };

beforeAll(async () => {
  const desk = await openDesk(new FailingDisk());
  await desk.rig.run();
  sound = { world: await desk.rig.settled(), operations: [...desk.disk.done] };
  await desk.rig.close();
});

/** A run on a disk that fails, and the run after it. */
async function expectHarmless(nth: number, code: (typeof diskErrors)[number], lasts: boolean): Promise<void> {
  const at = `operation ${nth}, ${sound.operations[nth - 1]}, ${code}`;
  const desk = await openDesk(new FailingDisk({ nth, code, lasts }));
  const { rig, disk, file } = desk;
  try {
    const unwritten: string[] = [];
    const error = await rig.run({ around: watched(file, unwritten) }).catch((thrown: unknown) => thrown);
    expect(error, at).toMatchObject({ kind: "diary" });
    expect(unwritten, at).toEqual([]);
    const kept = intentsOn(file);
    disk.heal();
    await resume(rig);
    expect(Object.keys(intentsOn(file)), at).toEqual(expect.arrayContaining(Object.keys(kept)));
    expect(await rig.settled(), at).toEqual(sound.world);
  } finally {
    await rig.close();
  }
}

describe("a run whose disk fails", () => {
  it.each(diskErrors)(
    "with %s at any operation: nothing is sent that is not written down; run again, it completes",
    async (code) => {
      const first = process.env.SAGCTL_FULL ? 1 : 1 + 4 * diskErrors.indexOf(code);
      expect(sound.operations.length).toBeGreaterThan(150);
      for (let nth = first; nth <= sound.operations.length; nth += step) {
        await expectHarmless(nth, code, nth % 2 === 0);
      }
    },
  );
});

const says = {
  ENOSPC: ["There is no room to write", "(ENOSPC)", "Free some space on that disk"],
  EIO: ["The disk failed at", "(EIO)", "Copy the folder to a sound disk"],
  EACCES: ["cannot be read and written: permission denied", "Give yourself the right to write there"],
};
/** The purchase is about to leave; or its answer has come. */
const sending = '"purchase/beijing#buy"[^}]*"sending"';
const answered = '"purchase/beijing#buy"[^}]*"answered"';

describe("the built command whose diary cannot be saved", () => {
  it.each([
    { op: "open", code: "EACCES", saving: sending, orders: 0 },
    { op: "write", code: "ENOSPC", saving: sending, orders: 0 },
    { op: "sync", code: "EIO", saving: sending, orders: 0 },
    { op: "sync folder", code: "EIO", saving: sending, orders: 0 },
    { op: "write", code: "ENOSPC", saving: answered, orders: 1 },
  ] as const)(
    "at $op with $code: exit 8 with what to do; run again, it completes ($orders ordered before)",
    async (one) => {
      const { orders, ...fault } = one;
      const cloud = await serveHere("tutorial-a");
      const machine = cloud.machine();
      const ended = await machine.startWith({ env: { ...preloaded, DISK_FAULT: JSON.stringify(fault) } }).ended;
      expect(ended.code).toBe(8);
      for (const words of [...says[fault.code], "it goes on from what is there"])
        expect(wordsOf(ended)).toContain(words);
      expect(ordersOf(cloud.cloud.world.state).CreateSmartAccessGateway ?? 0).toBe(orders);
      await completes(cloud, machine);
    },
  );
});

const preloaded = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, "../support/disk-fault.js"))}` };

/** By a person's word where the intent is on the disk and nothing was sent. */
async function completes(cloud: CloudHere, machine: Machine): Promise<void> {
  const again = await machine.start().ended;
  if (again.code !== 0) {
    expect(again.code).toBe(10);
    const [marker = ""] = /sagctl-[0-9a-f]{12}-g1/.exec(again.stdout + again.stderr) ?? [];
    expect((await machine.start("--buy-again", marker).ended).code).toBe(0);
  }
  expect(cloud.orders()).toEqual({ CreateSmartAccessGateway: 1, CreateCenBandwidthPackage: 1 });
}
