import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { CliResult } from "./host.ts";

const bin = join(import.meta.dirname, "../../bin/sagctl.js");

/** The built command line as a process of its own. */
export interface SagctlProcess {
  readonly ended: Promise<CliResult>;
  /** SIGKILL: nothing of it runs any more when this returns. */
  kill(): Promise<void>;
}

export function startSagctl(argv: readonly string[], cwd: string): SagctlProcess {
  const env = { PATH: process.env.PATH, HOME: cwd };
  const child = spawn(process.execPath, [bin, ...argv], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = endOf(child);
  return {
    ended,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<CliResult> {
  const written = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    written.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    written.stderr += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? -1, ...written })));
}
