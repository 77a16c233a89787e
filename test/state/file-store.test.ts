import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../src/state/disk.ts";
import { createFileStore } from "../../src/state/file-store.ts";
import { host, intent, options } from "./samples.ts";
import { describeStore } from "./store-suite.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describeStore("file store", async () => {
  const folder = join(await temporaryFolder(), "beijing-office");
  return () => createFileStore(folder, host);
});

async function keepOne(folder: string, key: `${string}/${string}#${string}` = "cen/global#make"): Promise<void> {
  const diary = await createFileStore(folder, host).open(options);
  try {
    await diary.keep(intent(key));
  } finally {
    await diary.close();
  }
}

function failing(parts: Partial<Disk>): Disk {
  return { ...realDisk, ...parts };
}

const errno = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

describe("file store: its files", () => {
  it("are for their owner only, and so are the folders it makes", async () => {
    const folder = join(await temporaryFolder(), ".sagctl", "beijing-office");
    await keepOne(folder);
    await keepOne(folder);
    const modes = [folder, join(folder, ".."), join(folder, "state.json"), join(folder, "state.json.bak")].map(
      async (path) => ((await stat(path)).mode & 0o777).toString(8),
    );
    expect(await Promise.all(modes)).toEqual(["700", "700", "600", "600"]);
  });

  it("are the diary and the version before it, and nothing else when it is closed", async () => {
    const folder = await temporaryFolder();
    await keepOne(folder, "cen/global#make");
    await keepOne(folder, "ccn/default#make");
    expect(await readdir(folder)).toEqual(["state.json", "state.json.bak"]);
    const serials = ["state.json", "state.json.bak"].map(
      async (name) => JSON.parse(await readFile(join(folder, name), "utf8")).serial,
    );
    expect(await Promise.all(serials)).toEqual([2, 1]);
  });

  it("are not made by looking", async () => {
    const folder = join(await temporaryFolder(), "never");
    const diary = await createFileStore(folder, host).open({ ...options, readOnly: true });
    expect(diary.diary.serial).toBe(0);
    await expect(stat(folder)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("file store: a diary that will not do", () => {
  it("says that a newer sagctl wrote it, and leaves it as it is", async () => {
    const folder = await temporaryFolder();
    const text = JSON.stringify({ version: 2, anything: true });
    await writeFile(join(folder, "state.json"), text);
    await expect(createFileStore(folder, host).open(options)).rejects.toMatchObject({
      kind: "diary",
      code: "diary-newer",
      message: expect.stringContaining("newer sagctl (version 2"),
    });
    expect(await readFile(join(folder, "state.json"), "utf8")).toBe(text);
  });

  it.each([
    ["is no JSON", '{"version": 1, "ser'],
    ["has another form", JSON.stringify({ version: 1, serial: "one" })],
    ["has a version that never was", JSON.stringify({ version: 0 })],
    ["files an intent under another key", diaryWith({ "cen/global#a": intent("cen/global#b") })],
  ])("names the damaged file and its backup when it %s", async (_, text) => {
    const folder = await temporaryFolder();
    await keepOne(folder);
    await keepOne(folder);
    await writeFile(join(folder, "state.json"), text);
    const error = await createFileStore(folder, host)
      .open(options)
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "diary", code: "diary-damaged" });
    expect(error.message).toContain(join(folder, "state.json"));
    expect(error.tryThis[0].values).toEqual([1, join(folder, "state.json.bak"), join(folder, "state.json")]);
  });

  it("does not send anybody to a backup that is damaged too, and lets go of the lock", async () => {
    const folder = await temporaryFolder();
    for (const name of ["state.json", "state.json.bak"]) await writeFile(join(folder, name), "{");
    const error = await createFileStore(folder, host)
      .open(options)
      .catch((thrown) => thrown);
    expect(error.tryThis[0].template).toBe("No backup of it can be read.");
    expect((await readdir(folder)).sort()).toEqual(["state.json", "state.json.bak"]);
  });
});

function diaryWith(intents: Record<string, unknown>): string {
  return JSON.stringify({ version: 1, serial: 1, network: options.network, cloud: options.cloud, intents });
}

describe("file store: a disk that will not do", () => {
  it.each([
    ["EROFS", "diary-not-writable", "read-only"],
    ["EACCES", "diary-not-writable", "permission denied"],
    ["ENOSPC", "diary-disk-full", "no room"],
    ["EDQUOT", "diary-disk-full", "no room"],
    ["EIO", "diary-disk-failed", "disk failed"],
  ])("says on opening what %s means and what to do", async (code, kind, words) => {
    const folder = await temporaryFolder();
    const store = createFileStore(folder, { ...host, disk: failing({ makeFolder: errno(code) }) });
    const error = await store.open(options).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "diary", code: kind });
    expect(error.message).toContain(words);
    expect(error.message).toContain(folder);
    expect(error.tryThis.length).toBeGreaterThan(0);
  });

  it("says so when a file stands where its folder should be", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "taken"), "");
    const open = createFileStore(join(folder, "taken"), host).open(options);
    await expect(open).rejects.toMatchObject({ code: "diary-not-writable" });
  });

  it.skipIf(process.getuid?.() === 0)("says so when the folder is read-only", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o500);
    await expect(createFileStore(folder, host).open(options)).rejects.toMatchObject({ code: "diary-not-writable" });
  });

  it("keeps the old diary whole when there is no room for the new one, and goes on when there is again", async () => {
    const folder = await temporaryFolder();
    await keepOne(folder);
    let isFull = true;
    const flushFile = (path: string) => (isFull ? errno("ENOSPC")() : realDisk.flushFile(path));
    const diary = await createFileStore(folder, { ...host, disk: failing({ flushFile }) }).open(options);
    await expect(diary.keep(intent("ccn/default#make"))).rejects.toMatchObject({ code: "diary-disk-full" });
    expect(diary.find("ccn/default#make")).toBeUndefined();
    expect(JSON.parse(await readFile(join(folder, "state.json"), "utf8")).serial).toBe(1);
    expect(await readdir(folder)).not.toContain("state.json.new");
    isFull = false;
    await diary.keep(intent("ccn/default#make"));
    await diary.close();
    expect(JSON.parse(await readFile(join(folder, "state.json"), "utf8")).serial).toBe(2);
  });

  it("fails when the folder cannot be flushed: the intent might not be there after a power cut", async () => {
    const disk = failing({ flushFolder: errno("EIO") });
    const diary = await createFileStore(await temporaryFolder(), { ...host, disk }).open(options);
    await expect(diary.keep(intent("cen/global#make"))).rejects.toMatchObject({ code: "diary-disk-failed" });
    await diary.close();
  });
});
