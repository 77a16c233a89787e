import type { Question } from "../../../src/engine/question.ts";
import { SagctlError } from "../../../src/errors.ts";
import { plain, say } from "../../../src/text.ts";
import { problemOf } from "../../../src/ui/questions/answer-check.ts";
import type { Screens } from "../../../src/ui/screens.ts";

/** In place of an answer: the person presses Ctrl-C. */
export const CTRL_C = Symbol("Ctrl-C");

/** Answers by flag, in the order in which the question comes up; a function sees the question first. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Refusal {
  readonly flag: string;
  readonly because: string;
}

/** What happened between the wizard and the person. */
export interface Talked {
  /** Flags of the questions that were really put, in order. */
  readonly asked: string[];
  readonly questions: Question<unknown>[];
  readonly settled: { readonly flag: string; readonly value: unknown; readonly because: string }[];
  readonly refused: Refusal[];
}

/** A person who answers by flag name, and is told what will not do, as at a terminal. */
export function createScriptedUi(base: Screens, answers: Answers): { readonly ui: Screens; readonly talked: Talked } {
  const talked: Talked = { asked: [], questions: [], settled: [], refused: [] };
  const left = new Map(Object.entries(answers).map(([flag, one]) => [flag, Array.isArray(one) ? [...one] : [one]]));
  const ask = async <T>(question: Question<T>): Promise<T> => {
    const flag = question.flag.replace(/^-+/, "");
    if (question.settled) {
      const { value, because } = question.settled;
      talked.settled.push({ flag, value, because: plain(because) });
      return value;
    }
    talked.asked.push(flag);
    talked.questions.push(question as Question<unknown>);
    for (;;) {
      const answer = await nextAnswer(left, flag, question);
      const problem = wrong(question, answer);
      if (problem === undefined) return (question.form?.parse(answer) ?? answer) as T;
      talked.refused.push({ flag, because: problem });
    }
  };
  return { ui: { ...base, ask }, talked };
}

async function nextAnswer<T>(left: Map<string, unknown[]>, flag: string, question: Question<T>): Promise<unknown> {
  const mine = left.get(flag);
  if (!mine || mine.length === 0)
    throw new Error(`nobody said what to answer to --${flag}: ${plain(question.message)}`);
  const said = mine.shift();
  const answer: unknown = typeof said === "function" ? await said(question) : said;
  if (answer !== CTRL_C) return answer;
  throw new SagctlError({ kind: "interrupted", code: "interrupted", message: say`Interrupted at a question.` });
}

function wrong<T>(question: Question<T>, answer: unknown): string | undefined {
  for (const one of question.choices ? [answer].flat() : []) {
    const choice = question.choices?.find((candidate) => candidate.value === one);
    if (!choice) return `${String(one)} is no choice`;
    if (choice.disabled) return plain(choice.disabled);
  }
  const problem = problemOf(question, answer);
  return problem && plain(problem);
}
