import type { Choice, Question } from "../../engine/question.ts";
import { SagctlError } from "../../errors.ts";
import { plain, say, type Text } from "../../text.ts";

/** An answer from the command line, and the flag or SAGCTL_ name that gave it. */
export interface Given {
  readonly value: unknown;
  readonly from: string;
}

type Fit<T> = { readonly is: "right"; readonly value: T } | { readonly is: "wrong"; readonly because: Text };

/** Whether something said earlier answers the question as it is put now. */
export function fitAnswer<T>(question: Question<T>, said: unknown): Fit<T> {
  const chosen = question.choices ? choose(question, said) : typed(question, said);
  if (chosen.is === "wrong") return chosen;
  const problem = question.check?.(chosen.value);
  return problem ? { is: "wrong", because: problem } : chosen;
}

function typed<T>(question: Question<T>, said: unknown): Fit<T> {
  const value = question.kind === "number" ? Number(said) : said;
  if (question.kind === "number" && !Number.isFinite(value)) return { is: "wrong", because: say`give a number` };
  if (!question.form) return { is: "right", value: value as T };
  const parsed = question.form.safeParse(value);
  return parsed.success ? { is: "right", value: parsed.data } : { is: "wrong", because: say`this will not do` };
}

function choose<T>(question: Question<T>, said: unknown): Fit<T> {
  const choices = (question.choices ?? []) as readonly Choice<unknown>[];
  const values: unknown[] = [];
  for (const one of Array.isArray(said) ? said : [said]) {
    const choice = choices.find((candidate) => isMeant(candidate, one));
    if (!choice)
      return { is: "wrong", because: say`not one of ${choices.map(({ value }) => String(value)).join(", ")}` };
    if (choice.disabled) return { is: "wrong", because: choice.disabled };
    values.push(choice.value);
  }
  return { is: "right", value: (question.kind === "choose-many" ? values : values[0]) as T };
}

/** By its value, or by the name that stands first in its row. */
function isMeant(choice: Choice<unknown>, said: unknown): boolean {
  return String(choice.value) === String(said) || choice.columns[0] === String(said);
}

/** A flag that does not answer its question. */
export function badAnswer({ value, from }: Given, because: Text): SagctlError {
  const shown = Array.isArray(value) ? value.join(",") : String(value);
  return new SagctlError({
    kind: "usage",
    code: "bad-answer",
    message: say`${from} ${shown}: ${plain(because)}`,
    tryThis: [say`Leave ${from} out to be asked, with the choices`],
  });
}

/** A question that nobody can answer: every choice has its reason against it. */
export function noChoice<T>({ message, choices }: Question<T>): SagctlError {
  const reasons = [...new Set((choices ?? []).flatMap(({ disabled }) => (disabled ? [plain(disabled)] : [])))];
  return new SagctlError({
    kind: "guard",
    code: "no-choice",
    message: say`${plain(message)} Nothing that is there will do`,
    tryThis: reasons.map((reason) => say`${reason}`),
  });
}
