import type { Readable, Writable } from "node:stream";

/** A stream as Node has them: the terminal's fields are there only if it is one. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
export type Input = Readable & { readonly isTTY?: boolean };

/** What the terminal can do; asked anew for each line, because windows are resized. */
export interface Terminal {
  readonly columns: number;
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
  /** A line may be redrawn: there is a spinner. Its width must be known, since that tells how many rows are cleared. */
  readonly live: boolean;
  readonly unicode: boolean;
  /** A person sits there who can be asked. */
  readonly canAsk: boolean;
  /** Questions may be redrawn; without, they are plain lines. */
  readonly canRedraw: boolean;
}

export interface TerminalParts {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
  /** `--no-color`. */
  readonly noColour?: boolean;
  /** `--no-input`. */
  readonly noInput?: boolean;
}

const usualColumns = 80;
const fewestColumns = 32;
const mostColumns = 120;

/** Decides once from the streams and the environment; only the width is read again. */
export function readTerminal(parts: TerminalParts): Terminal {
  const { stdin, stdout, stderr, env } = parts;
  const isDumb = env.TERM === "dumb";
  const isCi = isSet(env.CI);
  const wish = colourWish(parts);
  return {
    get columns() {
      const columns = stdout.columns || stderr.columns || usualColumns;
      return Math.min(mostColumns, Math.max(fewestColumns, columns));
    },
    colour: { stdout: wish ?? stdout.isTTY === true, stderr: wish ?? stderr.isTTY === true },
    get live() {
      return stderr.isTTY === true && Boolean(stderr.columns) && !isDumb && !isCi;
    },
    unicode: hasUnicode(parts),
    canAsk: stdin.isTTY === true && stdout.isTTY === true && !isCi && parts.noInput !== true,
    canRedraw: !isDumb,
  };
}

/** undefined: as each stream is. Who says no wins over who says yes. */
function colourWish({ env, noColour }: TerminalParts): boolean | undefined {
  if (noColour || env.NO_COLOR || env.TERM === "dumb") return false;
  if (env.FORCE_COLOR === undefined) return undefined;
  return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
}

/** No locale at all, as in most containers, says nothing against it. */
function hasUnicode({ env, platform }: TerminalParts): boolean {
  if (env.TERM === "dumb" || env.TERM === "linux") return false;
  if (platform === "win32") return isSet(env.WT_SESSION) || isSet(env.TERM_PROGRAM) || isSet(env.TERM);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return !locale || /utf-?8/i.test(locale);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value !== "0" && value !== "false";
}
