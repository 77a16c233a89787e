import { spawn } from "node:child_process";
import type { Clock } from "../clock.ts";

/** How a program of the system ended. */
export type Ran =
  | { readonly is: "ended"; readonly code: number | null; readonly stdout: string; readonly stderr: string }
  /** Killed at its time limit, or because the run was stopped. */
  | { readonly is: "killed"; readonly stdout: string; readonly stderr: string }
  | { readonly is: "missing" }
  | { readonly is: "forbidden" };

export type RunProgram = (program: string, args: readonly string[], timeoutMs: number) => Promise<Ran>;

export interface RunnerHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Kills what is running when it fires. */
  readonly stop?: AbortSignal;
}

/** Runs programs of the system without a shell, in plain English, with a time limit of our own. */
export function createRunner({ env, clock, stop }: RunnerHost): RunProgram {
  return (program, args, timeoutMs) => {
    const ended = new AbortController();
    const child = spawn(program, args, { env: plainEnv(env), stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    let killed = false;
    const kill = () => {
      if (ended.signal.aborted) return;
      killed = true;
      child.kill("SIGKILL");
    };
    const signal = stop ? AbortSignal.any([ended.signal, stop]) : ended.signal;
    void clock.sleep(timeoutMs, signal).then(kill);
    const output = new Promise<Ran>((resolve, reject) => {
      const stdout = collect(child.stdout);
      const stderr = collect(child.stderr);
      child.on("error", (error: NodeJS.ErrnoException) => whyNotStarted(error, resolve, reject));
      child.on("close", (code) => {
        const said = { stdout: stdout(), stderr: stderr() };
        resolve(killed ? { is: "killed", ...said } : { is: "ended", code, ...said });
      });
    });
    return clock.during(output).finally(() => ended.abort());
  };
}

/** What a program needs to be found and to speak English; our keys are none of its business. */
function plainEnv(env: RunnerHost["env"]): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => /^(path|pathext|systemroot|windir)$/i.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

function whyNotStarted(error: NodeJS.ErrnoException, resolve: (ran: Ran) => void, reject: (error: Error) => void) {
  if (error.code === "ENOENT") resolve({ is: "missing" });
  else if (error.code === "EACCES" || error.code === "EPERM") resolve({ is: "forbidden" });
  else reject(error);
}
