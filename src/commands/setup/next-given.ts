import type { Given } from "./fit-answer.ts";
import type { Talk } from "./talk.ts";

/** The value of a flag for the next thing of its kind; the last one serves for the rest. */
export function nextGiven({ flags, interview }: Talk, { name }: { readonly name: string }): Given | undefined {
  const given = flags.inputs?.[name];
  if (!given || !Array.isArray(given.value)) return given;
  const index = Math.min(interview.told(`--${name}`).length, given.value.length - 1);
  const value: unknown = given.value[index];
  return { ...given, value };
}
