import { type IPty, spawn } from "@lydell/node-pty";
import { oneFileBuild } from "../support/one-file-build.ts";

const bin = await oneFileBuild();
const ESC = "\u001b";
const escapes = new RegExp(`${ESC}(?:\\[[0-9;?]*([A-Za-z])|[=>78])`, "g");
const PATIENCE_MS = 60_000;

export interface TerminalOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** sagctl in a real pseudo-terminal: it is waited for by what it shows, never by the clock. */
export class PseudoTerminal {
  /** Everything that was written, escapes and all. */
  raw = "";
  readonly exit: Promise<number>;
  readonly #pty: IPty;
  #from = 0;
  #waiting: { readonly words: string; readonly found: () => void } | undefined;

  constructor(argv: readonly string[], { cwd, columns = 80, rows = 24, env = {} }: TerminalOptions) {
    const own = { PATH: process.env.PATH ?? "", HOME: cwd, TERM: "xterm-256color", LANG: "C.UTF-8" };
    this.#pty = spawn(process.execPath, [bin, ...argv], { cwd, cols: columns, rows, env: { ...own, ...env } });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#look();
    });
    this.exit = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** As lines of words: colours gone, each move of the cursor a new line. */
  get shown(): string {
    return this.raw.replace(escapes, (_, end: string | undefined) => (end === "m" ? "" : "\n")).replaceAll("\r", "\n");
  }

  /** The widest line, in characters. */
  get widest(): number {
    return Math.max(...this.shown.split("\n").map((line) => [...line].length));
  }

  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** A signal from outside, as another terminal sends it. */
  signal(name: "SIGINT" | "SIGTERM"): void {
    this.#pty.kill(name);
  }

  /** Whether anything was coloured. */
  get isColoured(): boolean {
    return new RegExp(`${ESC}\\[(?:[0-9]+;)*(?:3|4|9)\\d[0-9;]*m`).test(this.raw);
  }

  /** Whether anything but text was written. */
  get hasEscapes(): boolean {
    return this.raw.includes(ESC);
  }

  /** Until these words come up, whatever lines they are broken into, after those that were waited for before. */
  async until(words: string): Promise<void> {
    const found = new Promise<void>((resolve) => {
      this.#waiting = { words, found: resolve };
    });
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`"${words}" did not come up in:\n${this.shown}`)), PATIENCE_MS);
    });
    this.#look();
    await Promise.race([found, patience]).finally(() => clearTimeout(timer));
  }

  /** Waits for a question and types the answer. */
  async answer(question: string, keys: string): Promise<void> {
    await this.until(question);
    this.type(keys);
  }

  #look(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    const at = this.shown.replace(/\s+/g, " ").indexOf(waiting.words, this.#from);
    if (at < 0) return;
    this.#from = at + waiting.words.length;
    this.#waiting = undefined;
    waiting.found();
  }
}
