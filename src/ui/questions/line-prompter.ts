import { createInterface, type Interface } from "node:readline";
import { wrap } from "../layout/wrap.ts";
import type { PromptParts } from "./inquirer-prompter.ts";
import { interrupted } from "./interrupted.ts";
import type { ChoiceQuestion, Prompter, ShownChoice } from "./prompter.ts";

/** Questions as plain lines, for a terminal that cannot redraw (TERM=dumb): nothing but text is written. */
export function createLinePrompter(parts: PromptParts): Prompter {
  const say = (text: string, indent = 0) => {
    for (const line of wrap(text, indent, parts.frame().columns)) parts.stdout.write(`${line}\n`);
  };
  const readAnswer = createLineReader(parts);
  const until = async <T>(hint: string, parse: (line: string) => T | Problem): Promise<T> => {
    for (;;) {
      parts.stdout.write(`${wrap(`${hint}:`, 0, parts.frame().columns).join("\n")} `);
      const answer = parse((await readAnswer()).trim());
      if (!(answer instanceof Problem)) return answer;
      say(answer.sentence, 2);
    }
  };
  return {
    chooseOne: async (question) => {
      listChoices(say, question);
      return (await until("Number", (line) => chosen(question, line, 1)))[0];
    },
    chooseMany: async (question) => {
      listChoices(say, question);
      return until("Numbers, with commas", (line) => chosen(question, line, question.choices.length));
    },
    text: ({ message, initial, check }) => {
      const hint = initial === "" ? message : `${message} (${initial})`;
      return until(hint, (line) => problemOr(line || initial, check(line || initial)));
    },
    confirm: ({ message, initial }) =>
      until(`${message} ${initial ? "(Y/n)" : "(y/N)"}`, (line) => yesOrNo(line, initial)),
  };
}

class Problem {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

function problemOr<T>(value: T, sentence: string | undefined): T | Problem {
  return sentence === undefined ? value : new Problem(sentence);
}

function yesOrNo(line: string, initial: boolean): boolean | Problem {
  if (line === "") return initial;
  if (/^y(es)?$/i.test(line)) return true;
  return /^no?$/i.test(line) ? false : new Problem("Answer y or n.");
}

function listChoices(say: (text: string, indent?: number) => void, question: ChoiceQuestion): void {
  say(question.message);
  question.choices.forEach((choice, index) => {
    const number = choice.isDisabled ? "-" : String(index + 1);
    const mark = choice.isChecked ? "*" : " ";
    const [first = "", ...rest] = choice.name.split("\n");
    say(`${mark} ${number}  ${first}`, 2);
    for (const line of rest) say(line.trim(), 8);
  });
}

/** An empty line takes what is marked. */
function chosen(question: ChoiceQuestion, line: string, most: number): readonly unknown[] | Problem {
  const marked = question.choices.filter((choice) => choice.isChecked);
  const picked = line === "" ? marked : line.split(/[\s,]+/).map((number) => question.choices[Number(number) - 1]);
  if (picked.some((choice) => choice === undefined || choice.isDisabled))
    return new Problem("Give numbers of the list.");
  if (most === 1 && picked.length !== 1) return new Problem("Give one number of the list.");
  const values = (picked as readonly ShownChoice[]).map((choice) => choice.value);
  return problemOr(values, question.check(values));
}

/** One reader for all questions: lines that were typed ahead belong to the next one. */
function createLineReader({ stdin, stop }: PromptParts): () => Promise<string> {
  const typedAhead: string[] = [];
  let reader: Interface | undefined;
  let isClosed = false;
  let wake: (() => void) | undefined;
  const open = () => {
    reader = createInterface({ input: stdin, terminal: false });
    reader.on("line", (line) => {
      typedAhead.push(line);
      wake?.();
    });
    reader.on("close", () => {
      isClosed = true;
      wake?.();
    });
    stop?.addEventListener("abort", () => wake?.());
  };
  return async () => {
    if (reader === undefined) open();
    reader?.resume();
    while (typedAhead.length === 0 && !isClosed && !stop?.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    reader?.pause();
    const line = typedAhead.shift();
    if (line === undefined || stop?.aborted) throw interrupted();
    return line;
  };
}
