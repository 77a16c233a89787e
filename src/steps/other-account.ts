import type { Verdict } from "../engine/step.ts";
import type { AccountName } from "../keys.ts";
import { say, type Text } from "../text.ts";

type Theirs = Extract<Verdict, { is: "blocked" }>;

/** What only the holder of another account's key can do, with the line to run there. */
export function atTheirs(account: AccountName, on: Text, line: string): Theirs {
  return { is: "blocked", who: "account", on, tryThis: [say`Whoever has the key of ${account} runs: ${line}`] };
}

/** The same of what may be done already, since nobody here can look: a ping through it can tell. */
export function unseenAtTheirs(account: AccountName, on: Text, line: string): Theirs {
  return { ...atTheirs(account, on, line), unseen: true };
}
