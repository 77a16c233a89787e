import type { Cloud } from "../api/call.ts";
import type { Clock } from "../clock.ts";
import type { AccountName, ItemKey } from "../keys.ts";
import type { Journal } from "../state/store.ts";
import type { Event } from "./events.ts";
import type { ProbePath, ProbeResult } from "./probe-path.ts";
import type { SharedReads } from "./shared-reads.ts";

/** All that the engine reaches of the outside; each is a port. */
export interface EngineWorld {
  readonly cloud: Cloud;
  readonly reads: SharedReads;
  readonly clock: Clock;
  readonly journal: Journal;
  tell(event: Event): void;
  probe(path: ProbePath): Promise<ProbeResult>;
  holds(account: AccountName): boolean;
  /** The mark of an item's purchase, without its generation. */
  marker(key: ItemKey): string;
}
