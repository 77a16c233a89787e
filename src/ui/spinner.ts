import type { Ora } from "ora";
import { cutTo } from "./layout/display-width.ts";
import { symbolsFor } from "./layout/symbols.ts";
import { createPaint } from "./paint.ts";
import type { Output, Terminal } from "./terminal.ts";

/** The one line that moves while something is waited for. It is never there in a pipe, nor while a question is open. */
export interface Spinner {
  /** undefined: nothing is waited for. */
  show(text: string | undefined): void;
  /** Takes the line off the screen while something else is written. */
  aside(write: () => void): void;
  /** No line until the work is over. */
  during<T>(work: Promise<T>): Promise<T>;
}

export function createSpinner(stderr: Output, terminal: Terminal): Spinner {
  let ora: Ora | undefined;
  let wanted: string | undefined;
  let isHeld = false;
  let isLoading = false;

  const update = () => {
    if (wanted === undefined || isHeld) return void ora?.stop();
    if (ora === undefined) return load();
    ora.text = cutTo(wanted, terminal.columns - 3, symbolsFor(terminal.unicode).waiting);
    ora.start();
  };
  const load = () => {
    if (isLoading) return;
    isLoading = true;
    void createOra(stderr, terminal).then((made) => {
      ora = made;
      update();
    });
  };
  return {
    show: (text) => {
      if (!terminal.live) return;
      wanted = text;
      update();
    },
    aside: (write) => {
      const isSpinning = ora?.isSpinning === true;
      if (isSpinning) ora?.clear();
      write();
      if (isSpinning) ora?.render();
    },
    during: async (work) => {
      isHeld = true;
      update();
      return await work.finally(() => {
        isHeld = false;
        update();
      });
    },
  };
}

/** Loaded when the first wait begins. Its own colours are module-global, hence ours in the frames. */
async function createOra(stderr: Output, terminal: Terminal): Promise<Ora> {
  const { default: ora } = await import("ora");
  const paint = createPaint(terminal.colour.stderr);
  const frames = symbolsFor(terminal.unicode).spinner.map((frame) => paint.text(frame, "command"));
  return ora({
    stream: stderr as NodeJS.WriteStream,
    isEnabled: true,
    color: false,
    discardStdin: false,
    spinner: { interval: 100, frames },
  });
}
