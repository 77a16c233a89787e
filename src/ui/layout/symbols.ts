/** The few signs of the screens; none carries a meaning that words don't. */
export interface Symbols {
  readonly done: string;
  readonly failed: string;
  readonly waiting: string;
  readonly change: string;
  readonly stays: string;
  readonly undone: string;
  readonly unknown: string;
  readonly dot: string;
  readonly cursor: string;
  readonly chosen: string;
  readonly open: string;
  readonly corner: string;
  readonly tee: string;
  readonly pipe: string;
  readonly dash: string;
  readonly fork: string;
  readonly spinner: readonly string[];
}

const unicode: Symbols = {
  done: "✔",
  failed: "✖",
  waiting: "…",
  change: "+",
  stays: "=",
  undone: "-",
  unknown: "?",
  dot: "·",
  cursor: "❯",
  chosen: "◉",
  open: "◯",
  corner: "└",
  tee: "├",
  pipe: "│",
  dash: "─",
  fork: "┬",
  spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"],
};

const ascii: Symbols = {
  done: "*",
  failed: "x",
  waiting: "~",
  change: "+",
  stays: "=",
  undone: "-",
  unknown: "?",
  dot: "|",
  cursor: ">",
  chosen: "[x]",
  open: "[ ]",
  corner: "`",
  tee: "|",
  pipe: "|",
  dash: "-",
  fork: "+",
  spinner: ["-", "\\", "|", "/"],
};

export function symbolsFor(hasUnicode: boolean): Symbols {
  return hasUnicode ? unicode : ascii;
}
