import type { Write } from "../api/call.ts";
import type { ItemKey, LockKey } from "../keys.ts";
import type { Text } from "../text.ts";
import type { ProbePath } from "./probe-path.ts";

export type NonEmpty<T> = readonly [T, ...T[]];

/** What a person does outside: the simulated cloud has somebody for each. */
export type Deed = "payment" | "delivery" | "cabling";

/** What may hurt about a change; each but `none` has a consent of its own. */
export type Risk = "none" | "costs-money" | "shared" | "destroys";

/** One write that a step wants, with what a person reads of it. */
export interface Change {
  /** Unique within the item. */
  readonly slot: string;
  readonly summary: Text;
  readonly write: Write;
  readonly risk: Risk;
  /** The call replaces a whole list: it is looked at again, under its lock, just before sending. */
  readonly rereads?: true;
  /** The service refuses it with this code until somebody else has acted, whose turn it then is. */
  readonly refusedUntil?: { readonly code: string; readonly theirs: Blocked };
}

/** The outside world must act. Without `expectMs` waiting would not help, and nobody waits. */
export interface Blocked {
  readonly is: "blocked";
  readonly who: "person" | "account";
  readonly on: Text;
  readonly expectMs?: number;
  readonly tryThis: readonly Text[];
  /** It can only be done on another machine: a run in which nothing else is missing ends well. */
  readonly elsewhere?: true;
  /** What it is that somebody does, where the simulated cloud has people for it. */
  readonly deed?: Deed;
  /** It lies in an account whose key is not here: what the file says of it is taken for true, and a ping can prove it. */
  readonly unseen?: true;
}

/** A check that ran and failed (exit 1), a guard (7), a right that is missing (4), or a "no" of the cloud's (5). */
export interface Failed {
  readonly is: "failed";
  readonly kind: "check" | "guard" | "denied" | "refused";
  readonly because: Text;
  readonly tryThis: readonly Text[];
  /** A check of what cannot all be read from here: the other account may not have done its part yet. */
  readonly unread?: true;
}

/** What a step makes of what it has seen; the engine does the rest. */
export type Verdict = Judged & {
  /** What others need of it is there already, whatever else is to be done: nobody waits for that. */
  readonly stands?: true;
};

type Judged =
  /** `notes`: it stands, and something about it should be known; told before anything is sent. */
  | {
      readonly is: "done";
      readonly as: Text;
      readonly notes?: readonly Text[];
      /** Slots of orders in the balance of which this shows nothing: they stay so. */
      readonly leaves?: readonly string[];
    }
  | { readonly is: "not-needed"; readonly because: Text }
  /** The cloud works: wait. `locks` are taken back on resume. */
  | {
      readonly is: "settling";
      readonly until: Text;
      readonly expectMs: number;
      readonly locks?: readonly LockKey[];
      readonly then?: readonly Change[];
      /** One of `then` that need not wait: sent if its locks are free. */
      readonly meanwhile?: Change;
    }
  | Blocked
  /** Planned by `plan`, run by `apply`, `verify` and `ping`. */
  | {
      readonly is: "probe";
      readonly path: ProbePath;
      /** Asked for as well, and carried out after it. */
      readonly next?: ProbePath;
      /** What the proof before it could not read with the keys at hand. */
      readonly unread?: readonly Text[];
      /** By the proof a ping may pass, and traffic would not. */
      readonly probeOnly?: { readonly what: Text; readonly mend: Text };
    }
  | Failed
  /** Undo only: it remains, and why; `found` is what would remove it although nothing proves that sagctl made it. */
  | {
      readonly is: "stays";
      readonly because: Text;
      readonly bills?: Text;
      readonly found?: NonEmpty<Change>;
      /** What it stands on as only a look can tell: beside what its item always stands on. */
      readonly keeps?: readonly ItemKey[];
    }
  /** `then` is planned and shown, never sent from this verdict. */
  | {
      readonly is: "changes";
      /** Undo: what it costs for as long as it stays. */
      readonly bills?: Text;
      readonly now: NonEmpty<Change>;
      readonly then?: readonly Change[];
      readonly notes?: readonly Text[];
      /** Order that only a look can tell: what these items free must be free before. */
      readonly behind?: readonly ItemKey[];
    };
