import { dirname } from "node:path";
import type { Disk } from "../../src/state/disk.ts";

interface Inode {
  /** What a reader sees now. */
  text: string;
  /** Each of these may be what the platter holds, before it is flushed and after. */
  onPlatter: readonly string[];
}

/** What may be found on the disk when the power comes back: texts by path. */
export type Platter = ReadonlyMap<string, string>;

type Entries = ReadonlyMap<string, Inode>;
/** One change of a folder; the platter has it whole or not at all, and those of one folder in any order. */
type FolderChange = (entries: Map<string, Inode>) => void;

/**
 * A disk that keeps apart what a reader sees and what has reached the platter. Of a file that is not flushed nothing,
 * half or all is there, or still its old text; of the changes of a folder since it was flushed, any.
 * The power goes off before the operation numbered `until`.
 */
export class PowerLossDisk implements Disk {
  readonly #until: number;
  readonly #entries = new Map<string, Inode>();
  #flushed: Entries;
  #since: FolderChange[] = [];
  done = 0;

  constructor(start: Platter, until: number = Number.POSITIVE_INFINITY) {
    this.#until = until;
    for (const [path, text] of start) this.#entries.set(path, { text, onPlatter: [text] });
    this.#flushed = new Map(this.#entries);
  }

  /** Everything that the disk may hold after the power cut. */
  platters(): Platter[] {
    return subsets(this.#since).flatMap((changes) => {
      const entries = new Map(this.#flushed);
      for (const change of changes) change(entries);
      return contentsOf(entries);
    });
  }

  makeFolder = () => this.#step(() => undefined);
  read = async (path: string) => this.#entries.get(path)?.text;
  flushFile = (path: string) =>
    this.#step(() => {
      const inode = this.#inode(path);
      inode.onPlatter = [inode.text];
    });
  flushFolder = (path: string) =>
    this.#step(() => {
      const [root] = [...this.#entries.keys()].map(dirname);
      if (path !== root) return;
      this.#flushed = new Map(this.#entries);
      this.#since = [];
    });
  write = (path: string, text: string) =>
    this.#step(() => {
      const known = this.#entries.get(path);
      const inode = known ?? { text: "", onPlatter: [] };
      inode.text = text;
      inode.onPlatter = [...new Set([...inode.onPlatter, "", text.slice(0, text.length / 2), text])];
      if (!known) this.#change((entries) => void entries.set(path, inode));
    });
  rename = (from: string, to: string) =>
    this.#step(() => {
      const inode = this.#inode(from);
      this.#change((entries) => {
        entries.set(to, inode);
        entries.delete(from);
      });
    });
  remove = (path: string) => this.#step(() => this.#change((entries) => void entries.delete(path)));

  #inode(path: string): Inode {
    const inode = this.#entries.get(path);
    if (inode === undefined) throw Object.assign(new Error(`ENOENT ${path}`), { code: "ENOENT" });
    return inode;
  }

  #change(change: FolderChange): void {
    change(this.#entries);
    this.#since.push(change);
  }

  async #step(act: () => unknown): Promise<void> {
    if (this.done >= this.#until) throw new PowerCut();
    this.done += 1;
    act();
  }
}

export class PowerCut extends Error {}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [first, ...some]]);
}

/** Each file with each of the texts that may be its own. */
function contentsOf(entries: Entries): Platter[] {
  let found: Platter[] = [new Map()];
  for (const [path, { onPlatter }] of entries) {
    found = found.flatMap((one) => onPlatter.map((text) => new Map([...one, [path, text]])));
  }
  return found;
}
