import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { realDisk } from "../../src/state/disk.ts";
import { createFileStore } from "../../src/state/file-store.ts";
import { type LockHost, readPidSpace } from "../../src/state/lock-holder.ts";
import { host, intent, options } from "./samples.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Leaves a lock behind as a process does that was killed, or that still runs. */
async function lockedFolder(
  parts: { pid?: number; host?: string; pidSpace?: string; record?: string } = {},
): Promise<string> {
  const folder = await temporaryFolder();
  const record = {
    pid: parts.pid ?? 99,
    host: parts.host ?? host.name,
    command: "sagctl apply",
    since: new Date(2026, 10, 20, 23, 5).getTime(),
    mark: "another",
    pidSpace: parts.pidSpace ?? (await readPidSpace()),
  };
  await mkdir(join(folder, "state.json.lock"));
  await writeFile(join(folder, "state.json.holder"), parts.record ?? JSON.stringify(record));
  return folder;
}

function gate(): [Promise<void>, () => void] {
  let open = () => {};
  return [
    new Promise((resolve) => {
      open = resolve;
    }),
    () => open(),
  ];
}

const allDead: LockHost = { ...host, isRunning: () => false };

describe("lock: who gets it", () => {
  it("names the holder, with the day when it was not today", async () => {
    const open = createFileStore(await lockedFolder(), host).open(options);
    await expect(open).rejects.toThrow("pid 99 on host x: sagctl apply, since 2026-11-20 23:05");
  });

  it("is taken over at once from a process of this host that is gone", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const folder = await lockedFolder({ pid, host: hostname() });
    const here: LockHost = { pid: process.pid, name: hostname(), isRunning };
    const diary = await createFileStore(folder, here).open(options);
    expect(JSON.parse(await readFile(join(folder, "state.json.holder"), "utf8"))).toMatchObject({ pid: process.pid });
    await diary.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ["of another host", { host: "y" }],
    ["of another container with the same host name", { pidSpace: "pid:[1]" }],
    ["that has not said who it is", { record: "{" }],
  ])("is respected while a holder %s may be alive", async (_, parts) => {
    const folder = await lockedFolder(parts);
    await expect(createFileStore(folder, allDead).open(options)).rejects.toMatchObject({ code: "diary-locked" });
  });

  it("is taken over from any holder that has not refreshed it for ten seconds", async () => {
    const folder = await lockedFolder({ host: "y" });
    const old = Date.now() / 1000 - 11;
    await utimes(join(folder, "state.json.lock"), old, old);
    const opened = await createFileStore(folder, host).open(options);
    expect(await readFile(join(folder, "state.json.holder"), "utf8")).not.toContain('"y"');
    await opened.close();
  });
});

describe("lock: many who want it", () => {
  it("is not torn away from a second comer by a first one who found a dead holder and was slow", async () => {
    const folder = await lockedFolder();
    const [reached, reach] = gate();
    const [opened, open] = gate();
    const remove = async (path: string) => {
      reach();
      await opened;
      await realDisk.remove(path);
    };
    const isAlive = (pid: number) => pid !== 99;
    const slow = createFileStore(folder, { pid: 1, name: "x", isRunning: isAlive, disk: { ...realDisk, remove } });
    const first = slow.open(options);
    await reached;
    const second = createFileStore(folder, { pid: 2, name: "x", isRunning: isAlive }).open(options);
    await expect(second).rejects.toMatchObject({ code: "diary-locked" });
    open();
    await (await first).close();
  });

  it("goes to one of many who find a dead holder at the same moment", async () => {
    const folder = await lockedFolder();
    const found = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) =>
        createFileStore(folder, { pid: 1000 + index, name: "x", isRunning: (pid) => pid >= 1000 }).open(options),
      ),
    );
    const refused = found.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 4 }, () => "diary-locked"));
    for (const one of found) if (one.status === "fulfilled") await one.value.close();
  });
});

describe("lock: one that was lost", () => {
  it("stops the next save when somebody else has taken it over", async () => {
    const folder = await temporaryFolder();
    const diary = await createFileStore(folder, host).open(options);
    await diary.keep(intent("cen/global#make"));
    const record = JSON.parse(await readFile(join(folder, "state.json.holder"), "utf8"));
    await writeFile(join(folder, "state.json.holder"), JSON.stringify({ ...record, mark: "another" }));
    await expect(diary.keep(intent("ccn/default#make"))).rejects.toMatchObject({ code: "diary-lock-lost" });
    await diary.close();
    expect(await readdir(folder)).toContain("state.json.lock");
  });

  it("that vanished is found out by a timer, which kills nothing, and stops the next save", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const folder = await temporaryFolder();
      const diary = await createFileStore(folder, host).open(options);
      await rm(join(folder, "state.json.lock"), { recursive: true });
      vi.advanceTimersByTime(6_000);
      await expect(firstFailure(() => diary.keep(intent("cen/global#make")))).resolves.toMatchObject({
        code: "diary-lock-lost",
      });
      await diary.close();
    } finally {
      vi.useRealTimers();
    }
  });
});

/** The timer looks at the disk, so a save or two may still pass before it has seen. */
async function firstFailure(save: () => Promise<void>): Promise<unknown> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const failure = await save().then(
      () => undefined,
      (error) => error,
    );
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
