import type { Blocked } from "../engine/verdict.ts";
import type { AccountName } from "../keys.ts";
import { say, type Text } from "../text.ts";

/** What only the holder of another account's key can do, with the line to run there. */
export function atTheirs(account: AccountName, on: Text, line: string): Blocked {
  return { is: "blocked", who: "account", on, tryThis: [say`Whoever has the key of ${account} runs: ${line}`] };
}

/** The same of what may be done already, since nobody here can look: a ping through it can tell. */
export function unseenAtTheirs(account: AccountName, on: Text, line: string): Blocked {
  return { ...atTheirs(account, on, line), unseen: true };
}

/** Undo: what they have to take away themselves, whether it is there or not; nothing of this run hangs on it. */
export function undoneAtTheirs(account: AccountName, on: Text, line: string): Blocked {
  return { ...unseenAtTheirs(account, on, line), elsewhere: true };
}
