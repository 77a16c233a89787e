import { isLater } from "../api/call.ts";
import { say } from "../text.ts";
import type { Node, Verdict } from "./step.ts";
import type { EngineWorld } from "./world.ts";

/** The verdict on what lies in an account whose key is not here; undefined where it can be looked at. */
export function unseen(node: Node, world: Pick<EngineWorld, "holds">): Verdict | undefined {
  if (node.accounts.some((account) => world.holds(account))) return undefined;
  const who = node.accounts.join(" or ");
  return {
    is: "blocked",
    who: "account",
    on: say`not readable from here: it lies in account ${who}, whose key is not here`,
    tryThis: [say`Whoever has the key of ${who} runs sagctl there, with the same network file`],
    unseen: true,
  };
}

/** Whether facts hold nothing that is still to come. */
export function isComplete(facts: unknown): boolean {
  if (isLater(facts)) return false;
  if (typeof facts !== "object" || facts === null) return true;
  return Object.values(facts).every(isComplete);
}
