import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { Host } from "../../src/host.ts";
import { run } from "../../src/run.ts";

export interface TestHostParts {
  /** Default: a new folder, outside every repository. */
  readonly cwd?: string;
  readonly home?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** All that is piped in; default: nothing, and the pipe is closed. */
  readonly stdin?: string;
  readonly stop?: AbortSignal;
  readonly now?: () => number;
  /** Hears what is written while the command still runs. */
  readonly onStdout?: (text: string) => void;
}

/** A host without a terminal whose streams are kept as text. */
export interface TestHost extends Host {
  readonly written: { readonly stdout: string; readonly stderr: string };
}

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function createTestHost(parts: TestHostParts = {}): TestHost {
  const cwd = parts.cwd ?? newFolder();
  const written = { stdout: "", stderr: "" };
  const keep = (name: "stdout" | "stderr", listener?: (text: string) => void) =>
    new Writable({
      write: (chunk, _, done) => {
        written[name] += String(chunk);
        listener?.(String(chunk));
        done();
      },
    });
  return {
    env: parts.env ?? {},
    cwd,
    home: parts.home ?? cwd,
    platform: "linux",
    stdin: Readable.from(parts.stdin === undefined ? [] : [parts.stdin], { objectMode: false }),
    stdout: keep("stdout", parts.onStdout),
    stderr: keep("stderr"),
    pid: process.pid,
    hostname: "test-host",
    isRunning: (pid) => pid === process.pid,
    now: parts.now ?? Date.now,
    stop: parts.stop ?? new AbortController().signal,
    random: () => 0.5,
    written,
  };
}

/** Runs one command line in this process, to its exit code and all that it wrote. */
export async function runCli(argv: readonly string[], host: TestHost = createTestHost()): Promise<CliResult> {
  const before = { ...host.written };
  const code = await run(argv, host);
  const since = (name: "stdout" | "stderr") => host.written[name].slice(before[name].length);
  return { code, stdout: since("stdout"), stderr: since("stderr") };
}

/** A new folder of this test alone. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "sagctl-test-"));
}
