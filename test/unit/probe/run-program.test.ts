import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { realClock } from "../../../src/clock.ts";
import { createRunner } from "../../../src/probe/run-program.ts";
import { fakePing } from "./fake-ping.ts";

describe.skipIf(process.platform === "win32")("a program of the system", () => {
  it("is told what it was told, without a shell in between", async () => {
    const PATH = await fakePing('printf "%s|" "$@"');
    const ran = await createRunner({ env: { PATH }, clock: realClock })("ping", ["a b", "$(id)", ";"], 60_000);
    expect(ran).toEqual({ is: "ended", code: 0, stdout: "a b|$(id)|;|", stderr: "" });
  });

  it("speaks English and sees none of our keys", async () => {
    const PATH = await fakePing('echo "$LC_ALL"; echo "[$LANG$ALIBABA_CLOUD_ACCESS_KEY_SECRET]"; echo no >&2; exit 3');
    const env = { PATH, LANG: "de_DE", LC_ALL: "de_DE", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "simulated-hub-secret-0001" };
    const ran = await createRunner({ env, clock: realClock })("ping", [], 60_000);
    expect(ran).toEqual({ is: "ended", code: 3, stdout: "C\n[]\n", stderr: "no\n" });
  });

  it("is killed when its time is over, and what it had printed is kept", async () => {
    const PATH = await fakePing('echo half; : > "$0.started"; while :; do :; done');
    const limits: number[] = [];
    const sleep = async (ms: number) => {
      limits.push(ms);
      while (!existsSync(join(PATH, "ping.started"))) await setImmediate();
    };
    const ran = await createRunner({ env: { PATH }, clock: { ...realClock, sleep } })("ping", [], 23_000);
    expect(ran).toEqual({ is: "killed", stdout: "half\n", stderr: "" });
    expect(limits).toEqual([23_000]);
  });

  it("is killed when the run is stopped", async () => {
    const PATH = await fakePing("while :; do :; done");
    const stop = new AbortController();
    const running = createRunner({ env: { PATH }, clock: realClock, stop: stop.signal })("ping", [], 60_000);
    stop.abort();
    expect(await running).toMatchObject({ is: "killed" });
  });

  it("may be missing, or not be allowed", async () => {
    const run = (PATH: string) => createRunner({ env: { PATH }, clock: realClock })("ping", [], 60_000);
    expect(await run("/nowhere")).toEqual({ is: "missing" });
    expect(await run(await fakePing("exit 0", 0o600))).toEqual({ is: "forbidden" });
  });
});
