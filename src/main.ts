import { getEventListeners } from "node:events";
import { writeSync } from "node:fs";
import { homedir, hostname } from "node:os";
import type { Host } from "./host.ts";
import { run } from "./run.ts";

const AT_ONCE = "\nStopped at once. What is under way may still be carried out: the next run looks first.\n";
let stdin: typeof process.stdin | undefined;

/** The only file that touches the process. */
function createHost(): Host {
  const stop = new AbortController();
  const onSignal = (signal: "SIGINT" | "SIGTERM") => {
    const code = signal === "SIGINT" ? 130 : 143;
    // Where nobody listens nothing is being carried out: there is nothing to finish.
    const isIdle = getEventListeners(stop.signal, "abort").length === 0;
    if (stop.signal.aborted) writeSync(process.stderr.fd, AT_ONCE);
    if (stop.signal.aborted || isIdle) process.exit(code);
    process.exitCode = code;
    stop.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    platform: process.platform,
    // Each is made when it is first asked for: help and version need one of the three.
    get stdin() {
      stdin = process.stdin;
      return stdin;
    },
    get stdout() {
      return unheard(process.stdout);
    },
    get stderr() {
      return unheard(process.stderr);
    },
    pid: process.pid,
    hostname: hostname(),
    isRunning,
    now: Date.now,
    stop: stop.signal,
    random: Math.random,
  };
}

/** Whoever read it has gone, as `head` does: what is under way is carried out all the same. */
function unheard<S extends NodeJS.WriteStream>(stream: S): S {
  if (stream.listenerCount("error", ignoreClosedPipe) === 0) stream.on("error", ignoreClosedPipe);
  return stream;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const code = await run(process.argv.slice(2), createHost());
process.exitCode = process.exitCode === 143 && code === 130 ? 143 : code;
stdin?.unref?.();
