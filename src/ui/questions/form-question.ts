import type { ZodType } from "zod";
import type { Question } from "../../engine/question.ts";
import { displayWidth, padTo } from "../layout/display-width.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { issueText, problemOf } from "./answer-check.ts";
import type { Prompter } from "./prompter.ts";

type Values = Readonly<Record<string, string>>;
type Field = NonNullable<Question<unknown>["fields"]>[number];

/** One field after the other; when the whole will not do, they are asked again with what was typed as the initial values. */
export async function askForm<T>(prompter: Prompter, frame: Frame, question: Question<T>): Promise<T> {
  let initial = textsOf(question.initial);
  let problem: string | undefined;
  for (;;) {
    const values = await askFields(prompter, frame, question, initial, problem);
    const found = problemOf(question, values);
    if (found === undefined) return (question.form?.parse(values) ?? values) as T;
    problem = frame.words(found);
    initial = values;
  }
}

async function askFields<T>(
  prompter: Prompter,
  frame: Frame,
  question: Question<T>,
  initial: Values,
  problem: string | undefined,
): Promise<Values> {
  const values: Record<string, string> = {};
  const fields = question.fields ?? [];
  const widest = isNarrow(frame) ? 0 : Math.max(0, ...fields.map((field) => displayWidth(labelOf(frame, field))));
  for (const [index, field] of fields.entries()) {
    const heading = index === 0 ? [problem, frame.words(question.message)].filter((line) => line !== undefined) : [];
    const message = [...heading, padTo(labelOf(frame, field), widest)].join("\n");
    const check = (text: string) => fieldProblem(frame, question, field, text.trim());
    const value = (await prompter.text({ message, initial: initial[field.name] ?? "", check })).trim();
    if (value !== "") values[field.name] = value;
    await question.keep?.({ ...initial, ...values });
  }
  return values;
}

function labelOf(frame: Frame, field: Field): string {
  return frame.words(field.optional ? `${field.label} (optional)` : field.label);
}

function fieldProblem<T>(frame: Frame, question: Question<T>, field: Field, value: string): string | undefined {
  if (value === "") return field.optional ? undefined : "Give a value.";
  const shape = (question.form as { shape?: Readonly<Record<string, ZodType>> } | undefined)?.shape;
  const parsed = shape?.[field.name]?.safeParse(value);
  return parsed === undefined || parsed.success ? undefined : frame.words(issueText(parsed.error.issues[0]));
}

function textsOf(initial: unknown): Values {
  if (typeof initial !== "object" || initial === null) return {};
  return Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, String(value ?? "")]));
}
