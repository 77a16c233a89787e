import type { CliResult } from "./host.ts";

interface Item {
  readonly key: string;
  readonly end: { readonly is: string; readonly on?: { readonly text: string }; readonly tryThis?: { text: string }[] };
}

/** How an item ended, by the result of a run with --json. */
export function itemOf({ stdout }: CliResult, key: string): Item {
  const item = (JSON.parse(stdout).items as Item[]).find((one) => one.key === key);
  if (!item) throw new Error(`no ${key} in ${stdout}`);
  return item;
}

/** What whoever has the other account's key is told to type for it, without the command's own name. */
export function lineFor(result: CliResult, key: string): string[] {
  const told = itemOf(result, key).end.tryThis?.[0]?.text ?? "";
  return /: sagctl (.*)$/.exec(told)?.[1]?.split(" ") ?? [];
}
