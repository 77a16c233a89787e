import type { Verdict } from "../engine/step.ts";
import type { AccountName } from "../keys.ts";
import { say, type Text } from "../text.ts";

/** What only the holder of another account's key can do, with the line to run there. */
export function atTheirs(account: AccountName, on: Text, line: string): Verdict {
  return { is: "blocked", who: "account", on, tryThis: [say`Whoever has the key of ${account} runs: ${line}`] };
}
