import { displayWidth } from "../layout/display-width.ts";
import type { Frame } from "../layout/frame.ts";
import { wrap } from "../layout/wrap.ts";
import type { Paint } from "../paint.ts";
import type { Input, Output } from "../terminal.ts";
import { interrupted } from "./interrupted.ts";
import { keptOpen } from "./kept-open.ts";
import type { ChoiceQuestion, Prompter, ShownChoice } from "./prompter.ts";

export interface PromptParts {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly frame: () => Frame;
  readonly paint: Paint;
  readonly stop?: AbortSignal;
}

type Settings = Readonly<Record<string, unknown>>;

/** Questions that are redrawn as keys are pressed. */
export function createInquirerPrompter(parts: PromptParts): Prompter {
  const ask = (type: string, message: string, settings: Settings, hint = "") => {
    const lines = messageLines(parts, message, hint);
    const theme = themeFor(parts, lines.at(-1) ?? "");
    return prompted(parts, { type, message: lines.join("\n").trimStart(), theme, ...settings });
  };
  return {
    chooseOne: (question) => chooseOne(parts, ask, question),
    chooseMany: async (question) => {
      const validate = (chosen: readonly ShownChoice[]) => question.check(chosen.map((one) => one.value)) ?? true;
      return (await ask("checkbox", question.message, { ...choiceSettings(parts, question), validate })) as unknown[];
    },
    text: async ({ message, initial, check }) => {
      const validate = (text: string) => check(text) ?? true;
      return String(await ask("input", message, { default: initial, validate }, initial && `(${initial})`));
    },
    confirm: async ({ message, initial }) => Boolean(await ask("confirm", message, { default: initial }, "(y/N)")),
  };
}

type Ask = (type: string, message: string, settings: Settings, hint?: string) => Promise<unknown>;

/** The library has no check for a single choice, so the question is put again. */
async function chooseOne(parts: PromptParts, ask: Ask, question: ChoiceQuestion): Promise<unknown> {
  const free = question.choices.filter((choice) => !choice.isDisabled);
  const initial = (free.find((choice) => choice.isChecked) ?? free[0])?.value;
  for (;;) {
    const answer = await ask("select", question.message, { ...choiceSettings(parts, question), default: initial });
    const problem = question.check([answer]);
    if (problem === undefined) return answer;
    const lines = wrap(problem, 2, parts.frame().columns);
    parts.stdout.write(`${lines.map((line) => parts.paint.text(line, "bad")).join("\n")}\n`);
  }
}

function choiceSettings(parts: PromptParts, { choices }: ChoiceQuestion): Settings {
  const rows = parts.stdout.rows ?? 24;
  return {
    pageSize: Math.max(5, Math.min(20, rows - 6)),
    loop: false,
    shortcuts: { all: null, invert: null },
    choices: choices.map((choice) => ({
      value: choice.value,
      name: choice.name,
      short: choice.short,
      checked: choice.isChecked,
      disabled: choice.isDisabled ? " " : false,
    })),
  };
}

/** Ctrl-C, Ctrl-D, a closed stdin and the stop signal all end a question, and none leaves it hanging. */
async function prompted(parts: PromptParts, question: Settings): Promise<unknown> {
  const { createPromptModule } = await import("inquirer");
  const ending = new AbortController();
  const end = () => void setImmediate(() => ending.abort());
  const { stdin, stdout, stop } = parts;
  if (stop?.aborted) throw interrupted();
  stop?.addEventListener("abort", end);
  for (const event of ["pause", "end", "close"]) stdin.on(event, end);
  try {
    const ask = createPromptModule({ input: stdin, output: keptOpen(stdout), signal: ending.signal } as never);
    const answers = (await ask([{ ...question, name: "answer" }] as never)) as { readonly answer: unknown };
    return answers.answer;
  } catch (error) {
    if (error instanceof Error && /^(Exit|Abort)PromptError$/.test(error.name)) throw interrupted();
    throw error;
  } finally {
    stop?.removeEventListener("abort", end);
    for (const event of ["pause", "end", "close"]) stdin.off(event, end);
  }
}

/** The library breaks lines between letters; so they are broken between words before it sees them, with room for its hint. */
function messageLines(parts: PromptParts, message: string, hint: string): readonly string[] {
  const { columns } = parts.frame();
  const lines = wrap(message, 2, columns - 1);
  const last = lines.at(-1) ?? "";
  if (hint === "" || displayWidth(last) + 1 + displayWidth(hint) < columns) return lines;
  const [word = ""] = /[^ ]+$/.exec(last) ?? [];
  const before = last.slice(0, -word.length).trimEnd();
  return before === "" ? lines : [...lines.slice(0, -1), before, `  ${word}`];
}

function themeFor(parts: PromptParts, lastLine: string): Settings {
  const { paint } = parts;
  const { symbols, columns } = parts.frame();
  const lastWidth = displayWidth(lastLine);
  const answer = (text: string) => {
    if (lastWidth + 1 + displayWidth(text) < columns) return paint.text(text, "command");
    return `\n${wrap(text, 4, columns - 1)
      .map((line) => paint.text(line, "command"))
      .join("\n")}`;
  };
  return {
    prefix: { idle: paint.text("?", "command"), done: paint.text(symbols.done, "good") },
    spinner: { interval: 100, frames: symbols.spinner },
    icon: {
      cursor: symbols.cursor,
      checked: ` ${paint.text(symbols.chosen, "good")}`,
      unchecked: ` ${symbols.open}`,
      disabledChecked: ` ${symbols.open}`,
      disabledUnchecked: ` ${symbols.open}`,
    },
    style: stylesOf(parts, answer),
    i18n: { disabledError: "This one cannot be chosen." },
  };
}

function stylesOf({ paint, frame }: PromptParts, answer: (text: string) => string): Settings {
  const faint = (text: string) => paint.text(text, "faint");
  return {
    answer,
    message: (text: string) => paint.text(text, "strong"),
    error: (text: string) =>
      wrap(text, 2, frame().columns - 1)
        .map((line) => paint.text(line, "bad"))
        .join("\n"),
    defaultAnswer: (text: string) => faint(`(${text})`),
    help: faint,
    description: faint,
    disabled: faint,
    highlight: (text: string) => paint.text(text, "command"),
    keysHelpTip: (keys: readonly (readonly string[])[]) =>
      faint(keys.some(([key]) => key === "space") ? "space selects, enter goes on" : "arrows move, enter goes on"),
    confirmDefault: (text: string) => text.toUpperCase(),
  };
}
