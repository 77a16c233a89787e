import { describe, expect, it } from "vitest";
import { createFileStore } from "../../src/state/file-store.ts";
import type { Diary } from "../../src/state/store.ts";
import { type DiskFault, diskErrors, FailingDisk } from "./failing-disk.ts";
import { host, intent, options } from "./samples.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const kept = [intent("purchase/beijing#buy"), intent("ccn/default#make")] as const;
const next = intent("purchase/beijing#buy", { state: "answered", reply: { OrderId: "2033" } });
const codes = { ENOSPC: "diary-disk-full", EIO: "diary-disk-failed", EACCES: "diary-not-writable" };

/** Opens, keeps, closes, as one run does; throws what failed. */
async function saveOn(folder: string, disk: FailingDisk): Promise<void> {
  const diary = await createFileStore(folder, { ...host, disk }).open(options);
  try {
    await diary.keep(next);
  } finally {
    await diary.close();
  }
}

async function load(folder: string): Promise<Diary["intents"]> {
  return (await createFileStore(folder, host).open({ ...options, readOnly: true })).diary.intents;
}

async function folderAfter(saves: number): Promise<string> {
  const folder = await temporaryFolder();
  const diary = await createFileStore(folder, host).open(options);
  for (const one of kept.slice(0, saves)) await diary.keep(one);
  await diary.close();
  return folder;
}

/** Every operation of one open, save and close. */
async function operations(saves: number): Promise<readonly string[]> {
  const disk = new FailingDisk();
  await saveOn(await folderAfter(saves), disk);
  return disk.done;
}

describe.each([0, 1, 2])("a save after %i others, one operation of which fails", (saves) => {
  it.each(
    diskErrors.flatMap((code) => [
      { code, lasts: false },
      { code, lasts: true },
    ]),
  )(
    "with $code (for good: $lasts): said in words, the old diary or the new one, and the next save goes through",
    async ({ code, lasts }) => {
      const all = await operations(saves);
      expect(all).toEqual(
        expect.arrayContaining(["write state.json.new", "flushFile state.json.new", "rename state.json.new"]),
      );
      for (const [index, operation] of all.entries()) {
        await expectSound(saves, { nth: index + 1, code, lasts }, operation);
      }
    },
  );
});

async function expectSound(saves: number, fault: DiskFault, operation: string): Promise<void> {
  const folder = await folderAfter(saves);
  const old = await load(folder);
  const disk = new FailingDisk(fault);
  const error = await saveOn(folder, disk).catch((thrown: unknown) => thrown);
  expect(error, operation).toMatchObject({ kind: "diary", code: codes[fault.code] });
  const { message, tryThis } = error as { message: string; tryThis: readonly unknown[] };
  expect(message).toContain(folder);
  expect(tryThis.length).toBeGreaterThan(0);
  expect([old, { ...old, [next.key]: next }], operation).toContainEqual(await load(folder));
  disk.heal();
  // Of the process that failed nothing is left.
  const diary = await createFileStore(folder, { ...host, isRunning: () => false, disk }).open(options);
  await diary.keep(next);
  await diary.close();
  expect(await load(folder), operation).toEqual({ ...old, [next.key]: next });
}

describe("a diary that stays open while the disk heals", () => {
  it.each(diskErrors)("keeps what failed with %s when it is asked again", async (code) => {
    const all = await operations(2);
    const last = all.indexOf("rename state.json.new") + 2;
    for (let nth = all.indexOf("write state.json.bak.new") + 1; nth <= last; nth += 1) {
      const folder = await folderAfter(2);
      const disk = new FailingDisk({ nth, code });
      const diary = await createFileStore(folder, { ...host, disk }).open(options);
      await expect(diary.keep(next), all[nth - 1]).rejects.toMatchObject({ code: codes[code] });
      expect(diary.find(next.key)).toEqual(kept[0]);
      await diary.keep(next);
      expect(diary.find(next.key)).toEqual(next);
      await diary.close();
      expect(await load(folder)).toMatchObject({ [next.key]: next, [kept[1].key]: kept[1] });
    }
  });
});
