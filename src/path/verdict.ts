import type { Text } from "../text.ts";
import type { Block } from "./block.ts";

/** What the proof says of one destination. */
export interface PathVerdict {
  readonly to: string;
  /**
   * probe-only: a ping passes on free test bandwidth, real traffic is lost. unread: nothing stops it as far as the keys at
   * hand can read.
   */
  readonly reachable: "proven" | "probe-only" | "no" | "unread";
  /** What stops it first on its way. */
  readonly firstBlock?: Block;
  /** What lies in accounts whose key is not here. */
  readonly unread?: readonly Text[];
}
