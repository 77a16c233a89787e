import { type Disk, realDisk } from "../../src/state/disk.ts";

export const diskErrors = ["ENOSPC", "EIO", "EACCES"] as const;
export type DiskError = (typeof diskErrors)[number];

export interface DiskFault {
  /** The operation that fails, counted from 1. */
  readonly nth: number;
  readonly code: DiskError;
  /** Everything after it fails too, until `heal`. */
  readonly lasts?: boolean;
}

/** The disk of this machine, on which one operation fails as a full, broken or forbidden one does. */
export class FailingDisk implements Disk {
  /** Every operation that was begun: `rename state.json.new`. */
  readonly done: string[] = [];
  #fault: DiskFault | undefined;

  constructor(fault?: DiskFault) {
    this.#fault = fault;
  }

  heal(): void {
    this.#fault = undefined;
  }

  makeFolder = (path: string) => this.#do("makeFolder", path, () => realDisk.makeFolder(path));
  read = (path: string) => this.#do("read", path, () => realDisk.read(path));
  flushFile = (path: string) => this.#do("flushFile", path, () => realDisk.flushFile(path));
  flushFolder = (path: string) => this.#do("flushFolder", path, () => realDisk.flushFolder(path));
  rename = (from: string, to: string) => this.#do("rename", from, () => realDisk.rename(from, to));
  remove = (path: string) => this.#do("remove", path, () => realDisk.remove(path));
  write = async (path: string, text: string) => {
    if (this.#fails("write", path)) {
      // A full disk takes what there is room for.
      if (this.#fault?.code === "ENOSPC") await realDisk.write(path, text.slice(0, text.length / 2));
      throw this.#error();
    }
    await realDisk.write(path, text);
  };

  async #do<T>(name: string, path: string, act: () => Promise<T>): Promise<T> {
    if (this.#fails(name, path)) throw this.#error();
    return act();
  }

  #fails(name: string, path: string): boolean {
    this.done.push(`${name} ${path.split("/").at(-1)}`);
    if (this.#fault === undefined) return false;
    const { nth, lasts = false } = this.#fault;
    return lasts ? this.done.length >= nth : this.done.length === nth;
  }

  #error(): Error {
    const code = this.#fault?.code ?? "EIO";
    return Object.assign(new Error(`${code}: it was ordered to fail`), { code });
  }
}
