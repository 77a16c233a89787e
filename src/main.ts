import { homedir, hostname } from "node:os";
import type { Host } from "./host.ts";
import { run } from "./run.ts";

/** The only file that touches the process. */
function createHost(): Host {
  const stop = new AbortController();
  const onSignal = (signal: "SIGINT" | "SIGTERM") => {
    if (stop.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
    process.exitCode = signal === "SIGINT" ? 130 : 143;
    stop.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    platform: process.platform,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    pid: process.pid,
    hostname: hostname(),
    isRunning,
    now: Date.now,
    stop: stop.signal,
    random: Math.random,
  };
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
process.stdin.unref?.();
