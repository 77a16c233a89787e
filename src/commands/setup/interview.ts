import type { Choice, Question } from "../../engine/question.ts";
import type { Answers, AnswersStore } from "../../state/answers-store.ts";
import { say, type Text } from "../../text.ts";
import type { Screens } from "../../ui/screens.ts";
import type { Flags } from "../flags.ts";
import { badAnswer, fitAnswer, type Given, noChoice } from "./fit-answer.ts";

export interface AskOptions<T> {
  /** How the answer is called on the screen: "Office". */
  readonly label: Text;
  /** Tells questions of one flag apart: the package, the VPC. */
  readonly about?: string;
  /** It says what is bought: --yes does not answer it. */
  readonly money?: true;
  /** What the command line says, where that is not simply the question's own flag. */
  readonly given?: Given | undefined;
  /** Its flag tells several things apart by their order, so that even what is settled takes its place there. */
  readonly inOrder?: true;
  /** The flags that give the same answer, where that is not simply the question's own. */
  words?(answer: T): readonly string[];
}

/** An answer that a person has given, now, before or on the command line. */
export interface Answered {
  readonly key: string;
  readonly label: Text;
  readonly about: string | undefined;
  /** Not said by the command line or by the cloud: another answer can be given. */
  readonly isOpen: boolean;
  /** As a person knows it: what was chosen by its name. */
  readonly shown: string;
  readonly words: readonly string[];
}

export interface InterviewParts {
  readonly ui: Screens;
  readonly flags: Flags;
  readonly store: AnswersStore;
  readonly answers: Answers;
}

/** Puts each question once: the command line, what is settled, and an earlier wizard answer first; then a person. */
export class Interview {
  readonly #parts: InterviewParts;
  #answers: Record<string, unknown>;
  /** Taken back, and offered as a start. */
  #former: Record<string, unknown> = {};
  #answered: Answered[] = [];

  constructor(parts: InterviewParts) {
    this.#parts = parts;
    this.#answers = { ...parts.answers };
  }

  /** What can be taken back. */
  get open(): readonly Answered[] {
    return this.#answered.filter(({ isOpen }) => isOpen);
  }

  get answered(): readonly Answered[] {
    return this.#answered;
  }

  /** What a flag has said so far, of all the things that it is for. */
  told(flag: string): readonly string[] {
    return this.#answered.flatMap(({ words }) => (words[0] === flag ? (words[1] ?? "").split(",") : []));
  }

  /** Something kept beside the answers: the address as far as it was typed, the marker. */
  kept(field: string): unknown {
    return this.#answers[field];
  }

  async keep(field: string, value: unknown): Promise<void> {
    this.#answers = { ...this.#answers, [field]: value };
    await this.#parts.store.save(this.#answers);
  }

  /** The question will be put again, and so will those whose answers no longer do. */
  async forget(key: string): Promise<void> {
    const { [key]: former, ...rest } = this.#answers;
    this.#former = { ...this.#former, [key]: former };
    this.#answers = rest;
    await this.#parts.store.save(rest);
  }

  /** From the first question again. */
  startOver(): void {
    this.#answered = [];
  }

  /** An answer that was given before there was anywhere to keep it. */
  async take<T>(question: Question<T>, options: AskOptions<T>, value: T): Promise<void> {
    const key = keyOf(question, options);
    await this.keep(key, value);
    this.#note(key, question, options, value);
  }

  async ask<T>(question: Question<T>, options: AskOptions<T>): Promise<T> {
    const key = keyOf(question, options);
    const known = this.#known(question, options, key);
    if (known) {
      const { ui } = this.#parts;
      const settled = { value: known.value, because: known.because };
      await ui.ask({ ...question, message: options.label, settled });
      if (known.counts) this.#note(key, question, options, known.value, known.isOpen);
      return known.value;
    }
    if (question.choices && !question.choices.some((choice) => !choice.disabled)) throw noChoice(question);
    const before = this.#answers[key] ?? this.#former[key];
    const again = before !== undefined && question.kind !== "form" ? { initial: before as T } : {};
    const value = await this.#parts.ui.ask<T>({ ...question, ...again });
    if (question.kind !== "confirm") await this.keep(key, value);
    this.#note(key, question, options, value);
    return value;
  }

  #known<T>(question: Question<T>, options: AskOptions<T>, key: string) {
    const { flags } = this.#parts;
    const given = options.given ?? flagOf(flags, question.flag);
    if (given) {
      const found = fitAnswer(question, given.value);
      if (found.is === "wrong") throw badAnswer(given, found.because);
      return { value: found.value, because: say`${given.from}`, counts: true, isOpen: false };
    }
    if (question.settled) return { ...question.settled, counts: options.inOrder ?? false, isOpen: false };
    const before = this.#answers[key] === undefined ? undefined : fitAnswer(question, this.#answers[key]);
    if (before?.is === "right")
      return { value: before.value, because: say`answered before`, counts: true, isOpen: true };
    if (!flags.yes || options.money || question.initial === undefined) return undefined;
    // A form begins with what is known of it, which may be nothing.
    const proposed = fitAnswer(question, question.initial);
    return proposed.is === "right"
      ? { value: proposed.value, because: say`--yes`, counts: true, isOpen: true }
      : undefined;
  }

  #note<T>(key: string, question: Question<T>, options: AskOptions<T>, value: T, isOpen = true): void {
    const words = options.words?.(value) ?? [question.flag, [value].flat().join(",")];
    const { label, about } = options;
    this.#answered.push({ key, label, about, isOpen, shown: namesOf(question, value), words });
  }
}

function keyOf<T>({ flag }: Question<T>, { about }: AskOptions<T>): string {
  return [flag.replace(/^-+/, ""), about].filter((part) => part !== undefined).join(" ");
}

/** A choice is called by the first column of its row, if that is a name. */
function namesOf<T>({ choices }: Question<T>, value: T): string {
  const rows: readonly Choice<unknown>[] = choices ?? [];
  const titles = rows.map(({ columns }) => columns[0]);
  const isName = (title: string) => titles.indexOf(title) === titles.lastIndexOf(title);
  const nameOf = (one: unknown) => {
    const title = rows.find((choice) => choice.value === one)?.columns[0] ?? "";
    return title !== "" && isName(title) ? title : String(one);
  };
  return [value].flat().map(nameOf).join(", ");
}

function flagOf(flags: Flags, flag: string): Given | undefined {
  return flags.inputs?.[flag.replace(/^-+/, "")];
}
