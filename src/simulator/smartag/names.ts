import { invalidParameter, refusal } from "./refusals.ts";

const nameForm = /^[A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}\p{N}._-]*$/u;

function fits(text: string, most: number): boolean {
  const length = [...text].length;
  return length >= 2 && length <= most && nameForm.test(text);
}

/** A letter or a Chinese character, then digits, dots, underscores, hyphens too. Source: published SDK model, 2026-08. */
export function requireName(name: unknown, most = 128): void {
  if (name !== undefined && name !== "" && !fits(String(name), most)) throw refusal("InvalidName");
}

/** The same form as a name, but longer. */
export function requireDescription(description: unknown, most = 256): void {
  if (description !== undefined && description !== "" && !fits(String(description), most)) {
    throw refusal("InvalidDescription");
  }
}

/** Modify is laxer: anything but a link. Source: published SDK model, 2026-08. */
export function requireNoLink(description: unknown): void {
  const text = String(description ?? "");
  if (/^https?:\/\//.test(text) || text.length === 1 || text.length > 256) throw refusal("InvalidDescription");
}

export function requireOneOf(name: string, value: unknown, allowed: readonly (string | number)[]): void {
  if (!allowed.includes(value as string)) throw invalidParameter(name, `one of ${allowed.join(", ")}`);
}
