import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WorldUnreadable } from "../../../src/simulator/world-file.ts";
import { WorldHeld } from "../../../src/simulator/world-lock.ts";
import { callCloud } from "../wire/call-cloud.ts";
import { createTinyCloud } from "../wire/tiny-cloud.ts";

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sagctl-world-"));
  file = join(folder, "deep", "world.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function saved() {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** A process id that was in use a moment ago and is not any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", "0"]).pid;
}

describe("a world file", () => {
  test("is on disk, private, before the first answer, and holds a write when its answer comes", async () => {
    const cloud = createTinyCloud({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { body } = await callCloud(cloud, "Cbn.CreateCen");
    expect(saved().things.cen).toHaveProperty(String(body.CenId));
    await cloud.close();
  });

  test("holds what a withheld answer committed: whoever is killed now finds it there", async () => {
    const cloud = createTinyCloud({ file });
    cloud.faults.add({ when: {}, what: "hold-answer" });
    const answer = callCloud(cloud, "Cbn.CreateCen");
    await expect.poll(() => cloud.faults.held()).toBe(1);
    expect(Object.keys(saved().things.cen)).toHaveLength(1);
    await cloud.close();
    await answer;
  });

  test("holds within a moment what was only read, and that time has passed", async () => {
    const cloud = createTinyCloud({ file });
    const later = cloud.now() + 60_000;
    await cloud.advanceTo(later);
    await callCloud(cloud, "Cbn.DescribeCens");
    await expect.poll(() => saved().now).toBe(later);
    expect(saved().calls.map((call: { action: string }) => call.action)).toEqual(["DescribeCens"]);
    await cloud.close();
  });

  test("that cannot be written for a moment ends nothing: the next write tells", async () => {
    vi.useFakeTimers();
    const cloud = createTinyCloud({ file });
    rmSync(folder, { recursive: true });
    await cloud.advanceTo(cloud.now() + 60_000);
    expect(() => vi.runAllTimers()).not.toThrow();
    vi.useRealTimers();
    expect(() => cloud.people.pay()).toThrow(/ENOENT/);
  });

  test("brings the same cloud back: things, time, calls, what is under way", async () => {
    const first = createTinyCloud({ file });
    const { body } = await callCloud(first, "Cbn.CreateCen", { Name: "kept" });
    await first.advanceTo(first.now() + 1000);
    const state = structuredClone(first.world.state);
    await first.close();
    const second = createTinyCloud({ file, start: 0, seed: 99 });
    expect(second.world.state).toEqual(state);
    await second.advanceTo(second.now() + 60_000);
    expect(second.world.find("cen", String(body.CenId))).toMatchObject({ status: "Active" });
    await second.close();
  });
});

describe("what a world file holds", () => {
  test.each([
    ["not JSON", "{"],
    ["of another version", '{"version":2}'],
    ["null", "null"],
  ])("that is %s is refused, not overwritten, and let go again", async (_, text) => {
    await createTinyCloud({ file }).close();
    writeFileSync(file, text);
    expect(() => createTinyCloud({ file })).toThrow(WorldUnreadable);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  test("is emptied by reset, which keeps the scenario and people's ways", async () => {
    const cloud = createTinyCloud({ file, people: "manual" });
    await callCloud(cloud, "Cbn.CreateCen");
    cloud.reset();
    expect(saved()).toMatchObject({ scenario: "tiny", people: "manual", things: {}, calls: [] });
    await cloud.close();
  });
});

describe("the lock of a world file", () => {
  test("names its holder to the second comer, and is free after close", async () => {
    const first = createTinyCloud({ file });
    const open = () => createTinyCloud({ file });
    expect(open).toThrow(WorldHeld);
    expect(open).toThrow(new RegExp(`in use by process ${process.pid} on `));
    await first.close();
    await open().close();
    expect(readdirSync(join(folder, "deep"))).toEqual(["world.json"]);
  });

  test("that somebody else has by now is not taken from them by closing twice", async () => {
    const first = createTinyCloud({ file });
    await first.close();
    const second = createTinyCloud({ file });
    await callCloud(second, "Cbn.CreateCen");
    await first.close();
    expect(Object.keys(saved().things.cen)).toHaveLength(1);
    expect(() => createTinyCloud({ file })).toThrow(WorldHeld);
    await second.close();
  });

  test("of a process that died is taken over", async () => {
    await createTinyCloud({ file }).close();
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: deadPid(), host: hostname(), since: "2026-01-01T00:00:00Z" }));
    const cloud = createTinyCloud({ file });
    expect(JSON.parse(readFileSync(`${file}.lock`, "utf8")).pid).toBe(process.pid);
    await cloud.close();
  });

  test("of another machine is respected: nobody here can know whether that process lives", async () => {
    await createTinyCloud({ file }).close();
    const holder = { pid: deadPid(), host: "elsewhere", since: "2026-01-01T00:00:00Z" };
    writeFileSync(`${file}.lock`, JSON.stringify(holder));
    expect(() => createTinyCloud({ file })).toThrow("on elsewhere since 2026-01-01");
  });

  test("that no holder can have written is taken over", async () => {
    await createTinyCloud({ file }).close();
    writeFileSync(`${file}.lock`, "");
    const cloud = createTinyCloud({ file });
    expect(() => createTinyCloud({ file })).toThrow(WorldHeld);
    await cloud.close();
  });
});
