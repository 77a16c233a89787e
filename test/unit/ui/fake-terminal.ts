import { PassThrough, Writable } from "node:stream";
import type { Terminal } from "../../../src/ui/terminal.ts";

/** An output stream that remembers what was written and can be waited for. */
export class FakeOutput extends Writable {
  text = "";
  readonly isTTY: boolean;
  columns: number;
  #waiting: { readonly words: string; readonly from: number; readonly resolve: () => void }[] = [];

  constructor(columns = 80, isTTY = false) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.isTTY = isTTY;
  }

  override _write(chunk: string | Buffer, _: string, done: () => void): void {
    this.text += String(chunk);
    this.#waiting = this.#waiting.filter((one) => {
      const isThere = this.text.slice(one.from).includes(one.words);
      if (isThere) one.resolve();
      return !isThere;
    });
    done();
  }

  cursorTo(column: number): boolean {
    return this.write(`\u001b[${column + 1}G`);
  }

  clearLine(): boolean {
    return this.write("\u001b[0K");
  }

  /** Resolves when the words are written after `from`. */
  shows(words: string, from = 0): Promise<void> {
    if (this.text.slice(from).includes(words)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ words, from, resolve });
    });
  }
}

/** A keyboard: what is written to it is typed. */
export function fakeInput(): PassThrough & { isTTY?: boolean } {
  return Object.assign(new PassThrough(), { isTTY: true });
}

export function fakeTerminal(columns: number, more: Partial<Terminal> = {}): Terminal {
  const none = { stdout: false, stderr: false };
  return { columns, colour: none, live: false, unicode: true, canAsk: false, canRedraw: true, ...more };
}
