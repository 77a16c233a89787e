import { dirname } from "node:path";
import type { Disk } from "../../src/state/disk.ts";

interface Inode {
  /** What a reader sees now. */
  text: string;
  /** What the platter holds. */
  flushed: string;
}

/** What may be found on the disk when the power comes back: texts by path. */
export type Platter = ReadonlyMap<string, string>;

/**
 * A disk that keeps apart what a reader sees and what has reached the platter: of a file not flushed half is there,
 * of a folder not flushed any of its states since. The power goes off before the operation numbered `until`.
 */
export class PowerLossDisk implements Disk {
  readonly #until: number;
  readonly #entries = new Map<string, Inode>();
  #folders: Map<string, Inode>[];
  done = 0;

  constructor(start: Platter, until: number = Number.POSITIVE_INFINITY) {
    this.#until = until;
    for (const [path, text] of start) this.#entries.set(path, { text, flushed: text });
    this.#folders = [new Map(this.#entries)];
  }

  /** Everything that the disk may hold after the power cut. */
  platters(): Platter[] {
    const early = (inode: Inode) => inode.text;
    const late = (inode: Inode) => inode.flushed;
    return this.#folders.flatMap((entries) =>
      [early, late].map((content) => new Map([...entries].map(([path, inode]) => [path, content(inode)]))),
    );
  }

  makeFolder = () => this.#step(() => undefined);
  read = async (path: string) => this.#entries.get(path)?.text;
  flushFile = (path: string) =>
    this.#step(() => {
      const inode = this.#inode(path);
      inode.flushed = inode.text;
    });
  flushFolder = (path: string) =>
    this.#step(() => {
      const [root] = [...this.#entries.keys()].map(dirname);
      if (path === root) this.#folders = [new Map(this.#entries)];
    });
  write = (path: string, text: string) =>
    this.#step(() => {
      const inode = this.#entries.get(path) ?? { text, flushed: "" };
      inode.text = text;
      inode.flushed = text.slice(0, text.length / 2);
      this.#entries.set(path, inode);
    });
  rename = (from: string, to: string) =>
    this.#step(() => {
      this.#entries.set(to, this.#inode(from));
      this.#entries.delete(from);
    });
  remove = (path: string) => this.#step(() => this.#entries.delete(path));

  #inode(path: string): Inode {
    const inode = this.#entries.get(path);
    if (inode === undefined) throw Object.assign(new Error(`ENOENT ${path}`), { code: "ENOENT" });
    return inode;
  }

  async #step(act: () => unknown): Promise<void> {
    if (this.done >= this.#until) throw new PowerCut();
    this.done += 1;
    act();
    this.#folders.push(new Map(this.#entries));
  }
}

export class PowerCut extends Error {}
