import type { Flags } from "../flags.ts";
import type { Given } from "./fit-answer.ts";

/** The value of a flag for the first, second, … thing of its kind; the last one serves for the rest. */
export function nth(flags: Flags, { name }: { readonly name: string }, index: number): Given | undefined {
  const given = flags.inputs?.[name];
  if (!given || !Array.isArray(given.value)) return given;
  const value: unknown = given.value[Math.min(index, given.value.length - 1)];
  return { ...given, value };
}
