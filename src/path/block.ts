import type { Text } from "../text.ts";

/** What stands in the way, and the command that mends it. */
export interface Block {
  readonly what: Text;
  readonly mend: Text;
  /** Set: the free test bandwidth of Basic Edition still carries a ping past it. */
  readonly letsProbesPass?: true;
}
