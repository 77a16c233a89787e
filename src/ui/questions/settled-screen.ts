import type { Question } from "../../engine/question.ts";
import { displayWidth } from "../layout/display-width.ts";
import { entryLines, entryRoom } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import type { Line } from "../layout/line.ts";

/** What has one sensible answer is shown with its reason, not asked. The values of a form are personal and stay unsaid. */
export function settledLines<T>(frame: Frame, question: Question<T>): readonly Line[] {
  if (question.settled === undefined) return [];
  const { value, because } = question.settled;
  const values = question.kind === "form" ? [] : shownValues(question, value);
  const title = frame.words(question.message);
  const texts = [...values, `(${frame.words(because)})`].map(frame.words);
  const line = texts.join("  ");
  const fits = displayWidth(line) <= entryRoom(frame);
  return entryLines(frame, { sign: frame.symbols.done, style: "good", title, texts: fits ? [line] : texts });
}

function shownValues<T>(question: Question<T>, value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => {
    const choice = question.choices?.find((candidate) => candidate.value === one);
    return choice === undefined ? String(one) : choice.columns.join("  ");
  });
}
