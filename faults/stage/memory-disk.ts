import { dirname } from "node:path";
import type { Disk } from "../../src/state/disk.ts";
import { Crash } from "../../test/support/crash.ts";

interface Inode {
  text: string;
  /** What a power cut leaves of it; undefined: nothing that could be read. */
  flushed: string | undefined;
}

/** A disk in memory that a process can die beside: it knows at every instant what would be left of a file. */
export class MemoryDisk implements Disk {
  #names = new Map<string, Inode>();
  /** The names that stand on the platter. */
  #kept = new Map<string, Inode>();
  #isOff = false;
  readonly #changed: () => void;

  /** `changed` is called after each change, also in the middle of a write. */
  constructor(changed: () => void = () => {}) {
    this.#changed = changed;
  }

  /** What lay there before the first process. */
  put(path: string, text: string): void {
    const inode = { text, flushed: text };
    this.#names.set(path, inode);
    this.#kept.set(path, inode);
    this.#changed();
  }

  /** From now on nothing is written: the process is gone. After a power cut the files are as the platter has them. */
  off(how: "killed" | "powercut"): void {
    this.#isOff = true;
    if (how === "powercut") this.#names = new Map(this.#platter());
  }

  /** The next process starts. */
  on(): void {
    this.#isOff = false;
  }

  /** As another process reads it. */
  textOf(path: string): string | undefined {
    return this.#names.get(path)?.text;
  }

  /** What may be left after a power cut: the names as they were last flushed, or as they are. */
  afterPowerCut(path: string): readonly [kept: string | undefined, renamed: string | undefined] {
    const left = (names: Map<string, Inode>) => (names.has(path) ? (names.get(path)?.flushed ?? "") : undefined);
    return [left(this.#kept), left(this.#names)];
  }

  async makeFolder(): Promise<void> {
    this.#live();
  }

  async read(path: string): Promise<string | undefined> {
    this.#live();
    return this.textOf(path);
  }

  async write(path: string, text: string): Promise<void> {
    this.#live();
    const inode = this.#names.get(path) ?? { text: "", flushed: undefined };
    this.#names.set(path, inode);
    for (const written of ["", text.slice(0, text.length / 2), text]) {
      inode.text = written;
      // The old content is overwritten: what the platter has of it now nobody knows.
      inode.flushed = undefined;
      this.#changed();
      await Promise.resolve();
      this.#live();
    }
  }

  async flushFile(path: string): Promise<void> {
    this.#live();
    const inode = this.#names.get(path);
    if (inode) inode.flushed = inode.text;
    this.#changed();
  }

  async flushFolder(path: string): Promise<void> {
    this.#live();
    const isInside = (name: string) => dirname(name) === path;
    for (const name of this.#kept.keys()) if (isInside(name)) this.#kept.delete(name);
    for (const [name, inode] of this.#names) if (isInside(name)) this.#kept.set(name, inode);
    this.#changed();
  }

  async rename(from: string, to: string): Promise<void> {
    this.#live();
    const inode = this.#names.get(from);
    if (!inode) throw Object.assign(new Error(`ENOENT: ${from}`), { code: "ENOENT" });
    this.#names.delete(from);
    this.#names.set(to, inode);
    this.#changed();
  }

  async remove(path: string): Promise<void> {
    this.#live();
    this.#names.delete(path);
    this.#changed();
  }

  #live(): void {
    if (this.#isOff) throw new Crash("the process has died");
  }

  #platter(): readonly [string, Inode][] {
    return [...this.#kept].map(([name, { flushed = "" }]) => [name, { text: flushed, flushed }]);
  }
}
