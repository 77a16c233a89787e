import { describe, expect, it } from "vitest";
import type { DiaryStore } from "../../src/state/store.ts";
import { intent, options } from "./samples.ts";

/** What holds for every place that can keep diaries. `makePlace` makes an empty place, to be opened again and again. */
export function describeStore(name: string, makePlace: MakePlace): void {
  describe(`${name}: what it keeps`, () => keepsFaithfully(makePlace));
  describe(`${name}: many intents`, () => keepsMany(makePlace));
  describe(`${name}: who may open it`, () => opensFor(makePlace));
  describe(`${name}: what it refuses`, () => refuses(makePlace));
}

type MakePlace = () => Promise<() => DiaryStore>;

function keepsFaithfully(makePlace: MakePlace): void {
  it("is blank before anything was kept", async () => {
    const store = (await makePlace())();
    const diary = await store.open(options);
    expect(diary.diary).toEqual({ version: 1, serial: 0, network: "beijing-office", cloud: "real", intents: {} });
    await diary.close();
  });

  it("finds again, after closing, what was kept", async () => {
    const place = await makePlace();
    const kept = intent("purchase/beijing#buy", { state: "answered", reply: { OrderId: "2033", Ids: ["a"] } });
    await write(place(), [kept]);
    const later = await place().open(options);
    expect(later.find("purchase/beijing#buy")).toEqual(kept);
    await later.close();
  });

  it("raises the serial by one with each save", async () => {
    const place = await makePlace();
    await write(place(), [intent("cen/global#make"), intent("cen/global#make", { state: "answered" })]);
    expect((await place().open({ ...options, readOnly: true })).diary.serial).toBe(2);
  });

  it("has the last word on a key", async () => {
    const place = await makePlace();
    await write(place(), [intent("cen/global#make"), intent("cen/global#make", { state: "refused", generation: 2 })]);
    const later = await place().open({ ...options, readOnly: true });
    expect(later.find("cen/global#make")).toMatchObject({ state: "refused", generation: 2 });
  });
}

function keepsMany(makePlace: MakePlace): void {
  it("lists the intents of one item, not of another whose name begins alike", async () => {
    const store = (await makePlace())();
    const diary = await store.open(options);
    for (const key of ["attach/sv#a", "attach/sv#b", "attach/sv-prod#a"] as const) await diary.keep(intent(key));
    expect(diary.of("attach/sv").map(({ key }) => key)).toEqual(["attach/sv#a", "attach/sv#b"]);
    await diary.close();
  });

  it("loses none of the intents that are kept at the same moment", async () => {
    const place = await makePlace();
    const diary = await place().open(options);
    await Promise.all(Array.from({ length: 20 }, (_, index) => diary.keep(intent(`attach/vpc-${index}#attach`))));
    await diary.close();
    const later = await place().open({ ...options, readOnly: true });
    expect(later.diary.serial).toBe(20);
    expect(Object.keys(later.diary.intents)).toHaveLength(20);
  });
}

function opensFor(makePlace: MakePlace): void {
  it("opens for one at a time, and says who has it", async () => {
    const place = await makePlace();
    const diary = await place().open(options);
    await expect(place().open({ ...options, command: "sagctl undo" })).rejects.toMatchObject({
      kind: "diary",
      code: "diary-locked",
      message: expect.stringMatching(/pid \d+ on host .+: sagctl apply, since 09:30/),
    });
    await diary.close();
    await (await place().open(options)).close();
  });

  it("lets readers in while another one writes, and lets them write nothing", async () => {
    const place = await makePlace();
    const diary = await place().open(options);
    await diary.keep(intent("cen/global#make"));
    const reader = await place().open({ ...options, readOnly: true });
    expect(reader.diary.serial).toBe(1);
    await expect(reader.keep(intent("cen/global#make"))).rejects.toThrow("opened for reading");
    await diary.close();
  });

  it("refuses the diary of another network, and of another cloud", async () => {
    const place = await makePlace();
    await write(place(), [intent("cen/global#make")]);
    await expect(place().open({ ...options, network: "shanghai-office" })).rejects.toMatchObject({
      kind: "diary",
      code: "diary-of-another-network",
    });
    const simulated = place().open({ ...options, cloud: "tutorial-a" });
    await expect(simulated).rejects.toMatchObject({ kind: "diary", code: "diary-of-another-cloud" });
    await (await place().open(options)).close();
  });
}

function refuses(makePlace: MakePlace): void {
  it.each(["AccessKeySecret", "SecurityToken", "ReceiverName", "receivermobile"])(
    "refuses a reply with %s anywhere in it, without repeating its value",
    async (name) => {
      const place = await makePlace();
      const diary = await place().open(options);
      const reply = { Orders: [{ Inner: { [name]: "s3cret-value" } }] };
      const error = await diary.keep(intent("purchase/beijing#buy", { reply })).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).toContain(name);
      expect(String(error)).not.toContain("s3cret-value");
      expect(diary.diary.serial).toBe(0);
      await diary.close();
    },
  );

  it("refuses an intent that it could not load again", async () => {
    const diary = await (await makePlace())().open(options);
    await expect(diary.keep(intent("cen/global#make", { generation: 0 }))).rejects.toThrow();
    expect(diary.find("cen/global#make")).toBeUndefined();
    await diary.close();
  });

  it("takes nothing more once it is closed", async () => {
    const diary = await (await makePlace())().open(options);
    await diary.close();
    await expect(diary.keep(intent("cen/global#make"))).rejects.toThrow("closed");
  });
}

async function write(store: DiaryStore, intents: readonly ReturnType<typeof intent>[]): Promise<void> {
  const diary = await store.open(options);
  for (const one of intents) await diary.keep(one);
  await diary.close();
}
