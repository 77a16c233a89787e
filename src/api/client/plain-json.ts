import type { Reply } from "../call.ts";

interface BigNumber {
  isInteger(): boolean;
  toFixed(): string;
  toNumber(): number;
}

/**
 * A parsed body as plain data. pop-core gives objects without a prototype, and numbers of more than 15 characters as
 * BigNumber: those that are whole (account ids, orders) become text, so that no digit is lost.
 */
function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  if (isBigNumber(value)) return value.isInteger() ? value.toFixed() : value.toNumber();
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toPlain(inner)]));
}

/** The body as a reply; undefined when it is no JSON object. */
export function toReply(body: unknown): Reply | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  return toPlain(body) as Reply;
}

function isBigNumber(value: object): value is BigNumber {
  return "_isBigNumber" in value || ("s" in value && "e" in value && "c" in value && "toFixed" in value);
}
