import { describe, expect, it } from "vitest";
import { createFileStore } from "../../src/state/file-store.ts";
import type { Diary } from "../../src/state/store.ts";
import { type Platter, PowerCut, PowerLossDisk } from "./power-loss-disk.ts";
import { host, intent, options } from "./samples.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Nobody whom the power left behind is alive. */
const afterwards = { ...host, isRunning: () => false };
const saves = [
  intent("purchase/beijing#buy"),
  intent("purchase/beijing#buy", { state: "answered", reply: { OrderId: "2033" } }),
  intent("ccn/default#make"),
];

interface Save {
  readonly disk: PowerLossDisk;
  readonly returned: boolean;
}

/** Opens, keeps one intent, and loses power before the operation numbered `until`. */
async function save(folder: string, start: Platter, kept: (typeof saves)[number], until?: number): Promise<Save> {
  const disk = new PowerLossDisk(start, until);
  try {
    const diary = await createFileStore(folder, { ...afterwards, disk }).open(options);
    await diary.keep(kept);
    return { disk, returned: true };
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    return { disk, returned: false };
  }
}

/** What the next sagctl finds there. */
async function load(folder: string, platter: Platter): Promise<Diary["intents"]> {
  const disk = new PowerLossDisk(platter);
  const store = createFileStore(folder, { ...afterwards, disk });
  return (await store.open({ ...options, readOnly: true })).diary.intents;
}

/** A diary as it lies there after so many whole saves, the backup and the holder's record too. */
async function after(folder: string, count: number): Promise<Platter> {
  let platter: Platter = new Map();
  for (const kept of saves.slice(0, count)) platter = seen(await save(folder, platter, kept));
  return platter;
}

/** The disk as a reader sees it: all that was done is there. */
function seen({ disk }: Save): Platter {
  return disk.platters().at(-1) ?? new Map();
}

/** Everything that may be loaded after a power cut at each point of the save that comes after so many others. */
async function loadedAtEachPoint(count: number) {
  const kept = saves[count] ?? intent("cen/global#make");
  const folder = await temporaryFolder();
  const start = await after(folder, count);
  const whole = await save(folder, start, kept);
  const cuts = [];
  for (let until = 0; until <= whole.disk.done; until += 1) {
    const fresh = await temporaryFolder();
    const cut = await save(fresh, moved(start, folder, fresh), kept, until);
    const platters = cut.disk.platters();
    const loaded = await Promise.all(platters.map((platter) => load(fresh, platter)));
    cuts.push({ until, returned: cut.returned, platters, loaded, folder: fresh });
  }
  const old = await load(folder, start);
  return { old, next: { ...old, [kept.key]: kept }, cuts };
}

function moved(platter: Platter, from: string, to: string): Platter {
  return new Map([...platter].map(([path, text]) => [path.replace(from, to), text]));
}

describe.each([0, 1, 2])("a power cut at any point of a save, after %i others", (count) => {
  it("leaves the whole old diary or the whole new one, whatever of the disk was behind", async () => {
    const { old, next, cuts } = await loadedAtEachPoint(count);
    expect(cuts.length).toBeGreaterThan(5);
    for (const { loaded } of cuts) for (const one of loaded) expect([old, next]).toContainEqual(one);
    const both = cuts.flatMap(({ loaded }) => loaded.map((one) => JSON.stringify(one)));
    expect(new Set(both)).toEqual(new Set([JSON.stringify(old), JSON.stringify(next)]));
  });

  it("loses nothing that was kept: once keep has returned only the new diary can be found", async () => {
    const { next, cuts } = await loadedAtEachPoint(count);
    const returned = cuts.filter((cut) => cut.returned);
    expect(returned).toHaveLength(1);
    for (const one of returned.flatMap(({ loaded }) => loaded)) expect(one).toEqual(next);
  });

  it("leaves nothing behind that the next save stumbles over", async () => {
    const { cuts } = await loadedAtEachPoint(count);
    for (const { platters, folder } of cuts) {
      for (const platter of distinct(platters)) {
        // Booting takes longer than a lock stands that nobody refreshes.
        const later = await temporaryFolder();
        const { disk, returned } = await save(later, moved(platter, folder, later), intent("cen/global#make"));
        expect(returned).toBe(true);
        expect(await load(later, seen({ disk, returned }))).toHaveProperty(["cen/global#make"]);
      }
    }
  });
});

function distinct(platters: readonly Platter[]): readonly Platter[] {
  return [...new Map(platters.map((platter) => [JSON.stringify([...platter].sort()), platter])).values()];
}

describe("the disk of these tests", () => {
  it("tells a file that is put in place before its text is flushed", async () => {
    const disk = new PowerLossDisk(new Map([["/d/a", "old"]]));
    await disk.write("/d/a.new", "new!");
    await disk.rename("/d/a.new", "/d/a");
    const found = new Set(disk.platters().map((platter) => platter.get("/d/a")));
    expect(found).toEqual(new Set(["old", "", "ne", "new!"]));
    await disk.flushFile("/d/a");
    await disk.flushFolder("/d");
    expect(disk.platters()).toEqual([new Map([["/d/a", "new!"]])]);
  });
});
