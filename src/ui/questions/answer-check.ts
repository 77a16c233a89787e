import type { z } from "zod";
import type { Question } from "../../engine/question.ts";
import { say, type Text } from "../../text.ts";

/** What is wrong with an answer, in a sentence: its form first, then what the question itself knows. */
export function problemOf<T>(question: Question<T>, answer: unknown): Text | undefined {
  const parsed = question.form?.safeParse(answer);
  if (parsed === undefined) return question.check?.(answer as T);
  if (parsed.success) return question.check?.(parsed.data);
  return issueText(parsed.error.issues[0]);
}

/** A rule of ours brings its own words along; the library's are for the rest. */
export function issueText(issue: z.core.$ZodIssue | undefined): Text {
  const ours = issue?.code === "custom" ? (issue.params?.text as Text | undefined) : undefined;
  return ours ?? say`${issue?.message ?? "This will not do."}`;
}
