import { isLater } from "../../api/call.ts";
import type { Plan } from "../../engine/events.ts";
import type { ItemKey } from "../../keys.ts";

/** The id that an item tells; undefined while the thing is still to come. */
export function factId(plan: Plan, key: ItemKey): string | undefined {
  const facts = plan.facts.get(key);
  if (typeof facts !== "object" || facts === null || !("id" in facts)) return undefined;
  return typeof facts.id === "string" && !isLater(facts.id) ? facts.id : undefined;
}
