import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAnswersStore } from "../../src/state/answers-store.ts";
import { realDisk } from "../../src/state/disk.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const answers = { branch: "beijing", cidrs: ["172.16.0.0/12"], shipTo: { mobile: "13800000000" } };

describe("answers of an unfinished setup", () => {
  it("are empty when none was left", async () => {
    expect(await createAnswersStore(join(await temporaryFolder(), "none")).load()).toEqual({});
  });

  it("are there again for the next setup, for their owner only", async () => {
    const folder = join(await temporaryFolder(), "beijing-office");
    await createAnswersStore(folder).save(answers);
    expect(await createAnswersStore(folder).load()).toEqual(answers);
    expect((await stat(join(folder, "setup.json"))).mode & 0o777).toBe(0o600);
  });

  it("lose one field and keep the others", async () => {
    const folder = await temporaryFolder();
    const store = createAnswersStore(folder);
    await store.save(answers);
    await store.drop("shipTo");
    expect(await store.load()).toEqual({ branch: "beijing", cidrs: ["172.16.0.0/12"] });
    expect(await readFile(join(folder, "setup.json"), "utf8")).not.toContain("13800000000");
  });

  it("leave no file behind when the setup is finished, nor when there was nothing to drop", async () => {
    const folder = await temporaryFolder();
    const store = createAnswersStore(folder);
    await store.drop("shipTo");
    await store.save(answers);
    await store.clear();
    await expect(stat(join(folder, "setup.json"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it.each(['{"mobile": "13800000000"', '["13800000000"]'])("are not quoted when they are damaged: %s", async (text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "setup.json"), text);
    const error = await createAnswersStore(folder)
      .load()
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "diary", code: "answers-damaged" });
    expect(error.cause).toBeUndefined();
    expect(error.message).not.toContain("13800000000");
  });

  it("keep their last version when the disk is full", async () => {
    const folder = await temporaryFolder();
    await createAnswersStore(folder).save(answers);
    const write = () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
    const full = createAnswersStore(folder, { ...realDisk, write });
    await expect(full.save({})).rejects.toMatchObject({ kind: "diary", code: "diary-disk-full" });
    expect(await full.load()).toEqual(answers);
  });
});
