import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFileStore } from "../../src/state/file-store.ts";
import { readDiary } from "../../src/state/schema.ts";
import { type Platter, PowerCut, PowerLossDisk } from "./power-loss-disk.ts";
import { host, intent, options } from "./samples.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const old = intent("purchase/beijing#buy");
const next = intent("purchase/beijing#buy", { state: "answered", reply: { OrderId: "2033" } });

interface Save {
  readonly disk: PowerLossDisk;
  readonly returned: boolean;
}

/** Opens, keeps one intent, and loses power before the operation numbered `until`. */
async function save(folder: string, start: Platter, kept: typeof old, until?: number): Promise<Save> {
  const disk = new PowerLossDisk(start, until);
  try {
    const diary = await createFileStore(folder, { ...host, isRunning: () => false, disk }).open(options);
    await diary.keep(kept);
    return { disk, returned: true };
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    return { disk, returned: false };
  }
}

function serialOn(platter: Platter, file: string): number | "none" | "damaged" {
  const text = platter.get(file);
  if (text === undefined) return "none";
  const read = readDiary(text);
  return read.is === "good" ? read.diary.serial : "damaged";
}

/** The serials that may be found after a power cut at each point of one save. */
async function serialsAtEachPoint(start: (folder: string) => Promise<Platter>, kept: typeof old) {
  const folder = await temporaryFolder();
  const file = join(folder, "state.json");
  const whole = await save(folder, await start(folder), kept);
  const cuts = [];
  for (let until = 0; until <= whole.disk.done; until += 1) {
    const fresh = await temporaryFolder();
    const moved = new Map([...(await start(folder))].map(([path, text]) => [path.replace(folder, fresh), text]));
    const cut = await save(fresh, moved, kept, until);
    const serials = cut.disk.platters().map((platter) => serialOn(platter, file.replace(folder, fresh)));
    cuts.push({ until, returned: cut.returned, serials: [...new Set(serials)] });
  }
  return cuts;
}

async function afterFirstSave(folder: string): Promise<Platter> {
  const { disk } = await save(await temporaryFolder(), new Map(), old);
  const [platter = new Map<string, string>()] = disk.platters();
  const text = [...platter].find(([path]) => path.endsWith("state.json"))?.[1] ?? "";
  return new Map([[join(folder, "state.json"), text]]);
}

describe("a power cut at any point of a save", () => {
  it("leaves no diary or the first one, when it was the first save", async () => {
    for (const { serials } of await serialsAtEachPoint(async () => new Map(), old)) {
      expect([["none"], ["none", 1], [1]]).toContainEqual(serials);
    }
  });

  it("leaves the whole old diary or the whole new one", async () => {
    const cuts = await serialsAtEachPoint(afterFirstSave, next);
    expect(cuts.length).toBeGreaterThan(5);
    for (const { serials } of cuts) expect([[1], [1, 2], [2]]).toContainEqual(serials);
  });

  it("loses nothing that was kept: once keep has returned only the new diary can be found", async () => {
    const cuts = await serialsAtEachPoint(afterFirstSave, next);
    expect(cuts.filter(({ returned }) => returned).map(({ serials }) => serials)).toEqual([[2]]);
  });
});
