import type { Readable, Writable } from "node:stream";

/** Everything of the process that sagctl touches; main.ts makes the real one, tests make their own. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly pid: number;
  readonly hostname: string;
  /** Whether a process of this machine lives. */
  isRunning(pid: number): boolean;
  /** Milliseconds since 1970 on this machine. */
  now(): number;
  /** Fires at the first Ctrl-C or SIGTERM: what is under way is finished, nothing new begins. */
  readonly stop: AbortSignal;
  /** Between 0 and 1. */
  readonly random: () => number;
}
