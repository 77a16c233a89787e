import type { Input } from "../engine/step.ts";
import { truthOf } from "../truths.ts";

/** What a person typed as a flag, as the network file would hold it: `10` is a number where a number belongs. */
export function readFlagValue(input: Input, typed: unknown): unknown {
  if (typeof typed !== "string" || input.form.safeParse(typed).success) return typed;
  if (input.form.def.type === "boolean") return truthOf(typed) ?? typed;
  const number = Number(typed);
  const isNumber = typed.trim() !== "" && Number.isFinite(number);
  return isNumber && takesNumbers(input) ? number : typed;
}

function takesNumbers(input: Input): boolean {
  const { type } = input.form.def;
  return type === "number" || (type === "literal" && input.form.safeParse(1).success);
}
