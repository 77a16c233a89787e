import type { ZodType } from "zod";
import type { Text } from "../text.ts";

/** One answer that a question offers. */
export interface Choice<T> {
  readonly value: T;
  /** Name first, then id, CIDR and so on, in columns. */
  readonly columns: readonly string[];
  readonly disabled?: Text;
  readonly checked?: boolean;
}

/** A question to a person. It names the flag that answers it, for those who have no terminal. */
export interface Question<T> {
  readonly flag: string;
  readonly message: Text;
  readonly kind: "choose-one" | "choose-many" | "text" | "number" | "confirm" | "form";
  readonly choices?: readonly Choice<T extends readonly (infer One)[] ? One : T>[];
  readonly initial?: T;
  /** Set: there is one sensible answer; it is shown with this reason, not asked. */
  readonly settled?: { readonly value: T; readonly because: Text };
  readonly form?: ZodType<T>;
  /** The fields of a form, in order. */
  readonly fields?: readonly { readonly name: string; readonly label: string; readonly optional?: true }[];
  /** A form: hears what has been typed after each field, so that leaving it loses nothing. */
  keep?(typed: Readonly<Record<string, string>>): Promise<void>;
  /** A sentence when the answer will not do. */
  check?(answer: T): Text | undefined;
}
