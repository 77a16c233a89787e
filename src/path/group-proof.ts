import { plain, say, type Text } from "../text.ts";
import type { Block } from "./block.ts";
import { isPrivate } from "./ipv4.ts";
import { admits, type SecurityRule, type Traffic } from "./security-group.ts";

/** What is behind a security group, or several of one instance: their rules work as one list. */
export interface Guarded {
  readonly name: string;
  readonly groups: readonly { readonly id: string; readonly rules: readonly SecurityRule[] }[];
  /** Those that the network file has opened; absent: whichever the instance has. */
  readonly opened?: readonly string[];
}

/**
 * The first traffic that must get in from one of the blocks, and does not. Private blocks alone count where there are any:
 * from others nobody has asked to be let in. Where no group is known, none is known to keep anything out.
 */
export function groupBlock(to: Guarded, sources: readonly string[], traffic: readonly Traffic[]): Block | undefined {
  const rules = to.groups.flatMap((group) => group.rules);
  const ids = to.groups.map((group) => group.id).join(", ");
  if (ids === "") return undefined;
  const ours = sources.filter(isPrivate);
  for (const wanted of traffic) {
    for (const source of ours.length > 0 ? ours : sources) {
      const admission = admits(rules, { ...wanted, source });
      if (admission === "accepted") continue;
      const name = nameOf(wanted);
      const what =
        admission === "dropped"
          ? say`A Drop rule at ${to.name} (${ids}) keeps ${name} from ${source} out.`
          : say`No rule at ${to.name} (${ids}) lets ${name} from ${source} in.`;
      return { what, mend: isPrivate(source) ? mendOf(wanted, to) : byHand(source, ids, name) };
    }
  }
  return undefined;
}

function mendOf({ protocol, port, isUnlisted }: Traffic, { name, groups, opened }: Guarded): Text {
  const [first] = groups;
  if (first && opened && !groups.some(({ id }) => opened.includes(id)))
    return say`Name the group in the network file, or open it by hand: vpcs: {${name}: {securityGroups: [${first.id}]}}`;
  const command = say`sagctl security-group --only ${name}`;
  return isUnlisted
    ? say`Add ${protocol}/${String(port)} under allow: in the network file, then: ${plain(command)}`
    : command;
}

function byHand(source: string, ids: string, traffic: string): Text {
  return say`In the ECS console, let ${traffic} from ${source} in at ${ids}: sagctl opens groups for private blocks only`;
}

function nameOf({ protocol, port }: Traffic): string {
  const name = protocol.toUpperCase();
  if (port === undefined) return name;
  return typeof port === "number" ? `${name} ${port}` : `${name} ${port.first}-${port.last}`;
}
