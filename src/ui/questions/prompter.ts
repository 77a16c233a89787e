/** A choice as it is shown: its name, in as many lines as it needs, and the short form of an answer. */
export interface ShownChoice {
  readonly value: unknown;
  readonly name: string;
  readonly short: string;
  readonly isDisabled: boolean;
  readonly isChecked: boolean;
}

export interface ChoiceQuestion {
  readonly message: string;
  readonly choices: readonly ShownChoice[];
  /** A sentence when the choice will not do. */
  check(values: readonly unknown[]): string | undefined;
}

export interface TextQuestion {
  readonly message: string;
  readonly initial: string;
  check(text: string): string | undefined;
}

/** Puts one question to a person and waits for an answer that passes its check. */
export interface Prompter {
  chooseOne(question: ChoiceQuestion): Promise<unknown>;
  chooseMany(question: ChoiceQuestion): Promise<readonly unknown[]>;
  text(question: TextQuestion): Promise<string>;
  confirm(question: { readonly message: string; readonly initial: boolean }): Promise<boolean>;
}

/** Columns before a choice's name: "❯ ◉ " and, without such signs, "> [x] ". */
export function choiceIndent(openSign: string): number {
  return openSign.length + 3;
}
