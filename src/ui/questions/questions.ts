import type { Choice, Question } from "../../engine/question.ts";
import { SagctlError } from "../../errors.ts";
import { say } from "../../text.ts";
import type { Frame } from "../layout/frame.ts";
import type { Printer } from "../printer.ts";
import type { Terminal } from "../terminal.ts";
import { problemOf } from "./answer-check.ts";
import { shownChoices } from "./choice-columns.ts";
import { askForm } from "./form-question.ts";
import { createInquirerPrompter, type PromptParts } from "./inquirer-prompter.ts";
import { createLinePrompter } from "./line-prompter.ts";
import type { ChoiceQuestion, Prompter } from "./prompter.ts";
import { settledLines } from "./settled-screen.ts";

export interface AskerParts extends Omit<PromptParts, "paint"> {
  readonly terminal: Terminal;
  readonly printer: Printer;
}

export interface Asker {
  ask<T>(question: Question<T>): Promise<T>;
}

/** Asks a person; with nobody there it ends the run and names the flag that would have answered. */
export function createAsker(parts: AskerParts): Asker {
  let prompter: Prompter | undefined;
  const open = (): Prompter => {
    const promptParts = { ...parts, paint: parts.printer.paint.stdout };
    return parts.terminal.canRedraw ? createInquirerPrompter(promptParts) : createLinePrompter(promptParts);
  };
  return {
    ask: async (question) => {
      if (question.settled) {
        parts.printer.rows("stdout", settledLines(parts.frame(), question));
        return question.settled.value;
      }
      if (!parts.terminal.canAsk) throw missingValue(question);
      prompter ??= open();
      return answerTo(prompter, parts.frame(), question);
    },
  };
}

/** There is nobody to ask: the flag that answers the question. */
export function missingValue(question: Pick<Question<unknown>, "flag" | "kind">): SagctlError {
  const flag = `--${question.flag.replace(/^-+/, "")}`;
  return new SagctlError({
    kind: "usage",
    code: "missing-value",
    message: say`Missing value: ${flag}. There is no terminal to ask at.`,
    tryThis: [
      question.kind === "confirm"
        ? say`Give ${flag} if that is what you want.`
        : say`Give ${flag}, or write the value in the network file.`,
    ],
  });
}

async function answerTo<T>(prompter: Prompter, frame: Frame, question: Question<T>): Promise<T> {
  const message = frame.words(question.message);
  const check = (answer: unknown) => {
    const problem = problemOf(question, answer);
    return problem === undefined ? undefined : frame.words(problem);
  };
  switch (question.kind) {
    case "choose-one":
      return (await prompter.chooseOne(choiceQuestion(frame, question, message, ([one]) => check(one)))) as T;
    case "choose-many":
      return (await prompter.chooseMany(choiceQuestion(frame, question, message, check))) as T;
    case "confirm":
      return (await prompter.confirm({ message, initial: question.initial === true })) as T;
    case "form":
      return askForm(prompter, frame, question);
    default:
      return textAnswer(prompter, question, message, check);
  }
}

async function textAnswer<T>(
  prompter: Prompter,
  question: Question<T>,
  message: string,
  check: (answer: unknown) => string | undefined,
): Promise<T> {
  const read = question.kind === "number" ? readNumber : (text: string) => text.trim();
  const initial = question.initial === undefined ? "" : String(question.initial);
  const problem = (text: string) => {
    const value = read(text);
    if (value === undefined) return "Give a number.";
    return value === "" ? "Give a value." : check(value);
  };
  const value = read(await prompter.text({ message, initial, check: problem }));
  return (question.form?.parse(value) ?? value) as T;
}

function readNumber(text: string): number | undefined {
  const value = Number(text.trim());
  return text.trim() === "" || !Number.isFinite(value) ? undefined : value;
}

function choiceQuestion<T>(
  frame: Frame,
  question: Question<T>,
  message: string,
  check: (values: readonly unknown[]) => string | undefined,
): ChoiceQuestion {
  const { initial } = question;
  const isInitial = (choice: Choice<unknown>) =>
    Array.isArray(initial) ? initial.includes(choice.value) : initial === choice.value;
  const isChecked = (choice: Choice<unknown>) => (initial === undefined ? choice.checked === true : isInitial(choice));
  return { message, choices: shownChoices(frame, question.choices ?? [], isChecked), check };
}
