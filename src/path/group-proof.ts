import { plain, say, type Text } from "../text.ts";
import type { Block } from "./block.ts";
import { admits, type SecurityRule, type Traffic } from "./security-group.ts";

/** What is behind a security group, or several of one instance: their rules work as one list. */
export interface Guarded {
  readonly name: string;
  readonly groups: readonly { readonly id: string; readonly rules: readonly SecurityRule[] }[];
}

/** The first traffic that must get in from one of the blocks, and does not. */
export function groupBlock(to: Guarded, sources: readonly string[], traffic: readonly Traffic[]): Block | undefined {
  const rules = to.groups.flatMap((group) => group.rules);
  const ids = to.groups.map((group) => group.id).join(", ");
  for (const wanted of traffic) {
    for (const source of sources) {
      const admission = admits(rules, { ...wanted, source });
      if (admission === "accepted") continue;
      const name = nameOf(wanted);
      const what =
        admission === "dropped"
          ? say`A Drop rule at ${to.name} (${ids}) keeps ${name} from ${source} out.`
          : say`No rule at ${to.name} (${ids}) lets ${name} from ${source} in.`;
      return { what, mend: mendOf(wanted, to.name) };
    }
  }
  return undefined;
}

function mendOf({ protocol, port, isUnlisted }: Traffic, name: string): Text {
  const command = say`sagctl security-group --only ${name}`;
  return isUnlisted
    ? say`Add ${protocol}/${String(port)} under allow: in the network file, then: ${plain(command)}`
    : command;
}

function nameOf({ protocol, port }: Traffic): string {
  const name = protocol.toUpperCase();
  if (port === undefined) return name;
  return typeof port === "number" ? `${name} ${port}` : `${name} ${port.first}-${port.last}`;
}
