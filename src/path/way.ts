import type { Text } from "../text.ts";
import type { Block } from "./block.ts";
import type { DescribedBackbone, DescribedCen } from "./described-backbone.ts";
import type { Range } from "./ipv4.ts";

/** What packets must come out at: a VPC, or the CCN before a branch. */
export interface Goal {
  /** In the network file: `vpc1`, `beijing`. */
  readonly name: string;
  /** Of the VPC or the CCN. */
  readonly id: string;
  readonly region: string;
  readonly cidr: string;
}

/** Packets on their way: part of the goal's block, as the tables so far have cut it. */
export interface Packets {
  readonly backbone: DescribedBackbone;
  /** The name of where they come from. */
  readonly from: string;
  readonly goal: Goal;
  readonly range: Range;
  /** Routers passed, each with what led there. */
  readonly passed: readonly string[];
}

/** Packets at something that the CEN's owner alone can read. */
export type OnCen = Packets & { readonly cen: DescribedCen };

/** What was found on the way; nothing at all: everything arrives. */
export type Finding =
  | { readonly is: "block"; readonly block: Block }
  /** Nobody with the keys at hand can say. */
  | { readonly is: "unread"; readonly what: Text };

/** Here it ends: what stops the packets, and the command that mends it. */
export function blocked(what: Text, mend: Text): readonly Finding[] {
  return [{ is: "block", block: { what, mend } }];
}

/** Whether they have been here already: routes may lead in a circle. */
export function isPassed(packets: Packets, place: string): boolean {
  return packets.passed.includes(place);
}
