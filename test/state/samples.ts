import type { FileStoreHost } from "../../src/state/file-store.ts";
import type { Intent, OpenOptions } from "../../src/state/store.ts";

export const options: OpenOptions = {
  network: "beijing-office",
  cloud: "real",
  command: "sagctl apply",
  now: new Date(2026, 10, 21, 9, 30).getTime(),
};

/** A machine on which every process is alive. */
export const host: FileStoreHost = { pid: 4711, name: "x", isRunning: () => true };

export function intent(key: Intent["key"], parts: Partial<Intent> = {}): Intent {
  return { key, callHash: "c0ffee", token: "t-1", generation: 1, state: "sending", at: 1_700_000_000_000, ...parts };
}
