import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { LockTable } from "../../../src/engine/locks.ts";

/** Lets everything that can go on go on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function isGranted(taking: Promise<void>): Promise<boolean> {
  return Promise.race([taking.then(() => true), turn().then(() => false)]);
}

describe("locks", () => {
  it("are free to whoever asks for others", async () => {
    const table = new LockTable();
    await table.take(["cen:a"]);
    expect(await isGranted(table.take(["cen:b"]))).toBe(true);
    expect(await isGranted(table.take([]))).toBe(true);
  });

  it("are all taken at once or none: who waits for two holds neither", async () => {
    const table = new LockTable();
    await table.take(["a"]);
    const both = table.take(["a", "b"]);
    expect(table.tryTake(["b"])).toBe(true);
    table.release(["a"]);
    expect(await isGranted(both)).toBe(false);
    table.release(["b"]);
    expect(await isGranted(both)).toBe(true);
  });

  it("go to whoever came first, and a later one does not overtake", async () => {
    const table = new LockTable();
    const order: string[] = [];
    await table.take(["a", "b"]);
    const first = table.take(["a", "b"]).then(() => order.push("first"));
    const second = table.take(["b"]).then(() => order.push("second"));
    table.release(["b"]);
    await turn();
    expect(order).toEqual([]);
    table.release(["a"]);
    await first;
    expect(order).toEqual(["first"]);
    table.release(["a", "b"]);
    await second;
    expect(order).toEqual(["first", "second"]);
  });

  it("are not waited for any more once the run is stopped", async () => {
    const table = new LockTable();
    const stop = new AbortController();
    await table.take(["a"]);
    const waiting = table.take(["a"], stop.signal);
    expect(await isGranted(waiting)).toBe(false);
    stop.abort();
    expect(await isGranted(waiting)).toBe(true);
    table.release(["a"]);
    expect(table.tryTake(["a"])).toBe(true);
  });

  it("that somebody holds cannot be tried for", () => {
    const table = new LockTable();
    expect(table.tryTake(["a"])).toBe(true);
    expect(table.tryTake(["a", "b"])).toBe(false);
    expect(table.tryTake(["b"])).toBe(true);
  });
});

describe("locks that were waited for", () => {
  it("leave nothing behind on the signal once they are granted", async () => {
    const table = new LockTable();
    const stop = new AbortController();
    await table.take(["a"]);
    const waiting = table.take(["a"], stop.signal);
    expect(getEventListeners(stop.signal, "abort")).toHaveLength(1);
    table.release(["a"]);
    await waiting;
    expect(getEventListeners(stop.signal, "abort")).toHaveLength(0);
  });
});
