import type { Reply } from "../call.ts";
import { textAt } from "../reply-fields.ts";

/** What most things carry. */
export interface NamedSeen {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** `prefix` stands before Name and Description where an action spells its kind out: `TransitRouterName`. */
export function namedSeen(from: Reply, idField: string, prefix = ""): NamedSeen {
  return {
    id: textAt(from, idField),
    name: textAt(from, `${prefix}Name`),
    description: textAt(from, `${prefix}Description`),
  };
}
