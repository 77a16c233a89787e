import { spawn } from "node:child_process";
import { onTestFinished, vi } from "vitest";
import type { CliResult } from "./host.ts";
import { oneFileBuild } from "./one-file-build.ts";

const bin = await oneFileBuild();
const PATIENCE_MS = 60_000;

/** The built command line as a process of its own. */
export interface SagctlProcess {
  readonly pid: number;
  /** Its code is -1 where a signal ended it. */
  readonly ended: Promise<CliResult>;
  /** SIGKILL: nothing of it runs any more when this returns. */
  kill(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Until these words stand in what it has written, whatever lines they are broken into; all of it. */
  until(words: string): Promise<string>;
}

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
}

/** Of a test that runs now: what is left of the process at its end is killed. */
export function startSagctl(argv: readonly string[], cwd: string, { env = {} }: ProcessOptions = {}): SagctlProcess {
  const own = { PATH: process.env.PATH, HOME: cwd };
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn(process.execPath, [bin, ...argv], { cwd, env: { ...own, ...env }, stdio: [...stdio] });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    written.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    written.stderr += chunk;
  });
  const ended = new Promise<CliResult>((resolve) =>
    child.once("close", (code) => resolve({ code: code ?? -1, ...written })),
  );
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  const said = () => wordsOf(written);
  const until = async (words: string) => {
    await vi.waitUntil(() => said().includes(words), { timeout: PATIENCE_MS, interval: 5 });
    return said();
  };
  return { pid: child.pid ?? 0, ended, kill, signal: (name) => void child.kill(name), until };
}

/** The same, for the duration of one test. */
export function startInTest(argv: readonly string[], cwd: string, options?: ProcessOptions): SagctlProcess {
  const started = startSagctl(argv, cwd, options);
  onTestFinished(() => started.kill());
  return started;
}

/** What was written, with its lines joined: where they are broken is no concern of most tests. */
export function wordsOf({ stdout, stderr }: Pick<CliResult, "stdout" | "stderr">): string {
  return `${stdout}\n${stderr}`.replace(/\s+/g, " ");
}
