import type { CallError } from "../api/call.ts";
import type { ItemKey } from "../keys.ts";
import type { Text } from "../text.ts";
import type { Question } from "./question.ts";
import type { Command } from "./step.ts";
import type { Blocked, Change, Failed, Verdict } from "./verdict.ts";

/** One item of a plan: what was judged of it, and what would be sent for it. */
export interface PlanRow {
  readonly item: ItemKey;
  readonly title: string;
  readonly verdict: Verdict;
  /** What would be sent, in order; placeholders stand for ids still to come. */
  readonly changes: readonly Change[];
  /** What its probe would run on an instance. */
  readonly command?: Command;
  /** What comes first and is no part of this run: nothing of this row is sent. */
  readonly first?: ItemKey;
  /** It stands before no more than what costs money: a guard of it stops nothing else. */
  readonly isAside?: true;
}

/** What a survey says is to be done, or undone. Nothing is sent that no row of it holds. */
export interface Plan {
  readonly way: "do" | "undo";
  readonly facts: ReadonlyMap<ItemKey, unknown>;
  /** In the order of the list of steps (undo: backwards). */
  readonly rows: readonly PlanRow[];
}

/** How an item ended. */
export type End =
  | { readonly is: "done"; readonly as: Text }
  | { readonly is: "not-needed"; readonly because: Text }
  | { readonly is: "stays"; readonly because: Text; readonly bills?: Text; readonly keeps?: readonly ItemKey[] }
  | (Omit<Blocked, "expectMs"> & {
      /** The flag that would have allowed it. */
      readonly consent?: string;
    })
  | (Failed & { readonly error?: CallError })
  /** Nothing answered, or the cloud was still at work at the deadline. */
  | { readonly is: "unsettled"; readonly because: Text; readonly mayHaveCommitted: boolean }
  /** The outcome of a purchase is unknown and waiting did not settle it. */
  | {
      readonly is: "unknown";
      /** What `--buy-again` names it by. */
      readonly marker: string;
      /** The call takes no remark: nothing in the console shows the mark. */
      readonly isUnmarked?: true;
      readonly at: number;
      readonly because: Text;
      readonly tryThis: readonly Text[];
    }
  | { readonly is: "declined"; readonly change: Text }
  /** Something before it did not come true. */
  | { readonly is: "held-up"; readonly by: ItemKey }
  /** By a person; what was sent and not heard of may have been carried out. */
  | { readonly is: "interrupted"; readonly mayHaveCommitted: boolean }
  /** Planned or shown only: outside the targets of this run. */
  | { readonly is: "looked-at"; readonly verdict: Verdict };

/** What the engine tells; terminal, JSON, a test and CI are four listeners. */
export type Event =
  | { readonly type: "planned"; readonly plan: Plan }
  | { readonly type: "looking"; readonly item: ItemKey; readonly title: string }
  | { readonly type: "sending"; readonly item: ItemKey; readonly title: string; readonly change: Change }
  | {
      readonly type: "answered";
      readonly item: ItemKey;
      readonly change: Change;
      readonly outcome: string;
      readonly requestId?: string;
    }
  /** `untilMs` counts from now. */
  | {
      readonly type: "waiting";
      readonly item: ItemKey;
      readonly title: string;
      readonly for: Text;
      readonly who: "cloud" | "person" | "account";
      readonly untilMs: number;
      readonly tryThis: readonly Text[];
    }
  | { readonly type: "ended"; readonly item: ItemKey; readonly title: string; readonly end: End }
  | { readonly type: "note"; readonly text: Text };

/** Who hears the engine, and asks people. */
export interface Ui {
  tell(event: Event): void;
  /** None is asked while items run. */
  ask<T>(question: Question<T>): Promise<T>;
}
