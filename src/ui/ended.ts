import type { End } from "../engine/events.ts";
import type { ItemKey } from "../keys.ts";

/** An item and how it ended, as the screens and the JSON result show it. */
export interface Ended {
  readonly item: ItemKey;
  readonly title: string;
  readonly end: End;
  /** This run has taken it away: that it is not there is news, not a matter of course. */
  readonly isUndone?: true;
}

export type EndOf<Is extends End["is"]> = Extract<End, { is: Is }>;
export type EndedAs<Is extends End["is"]> = Ended & { readonly end: EndOf<Is> };

/** Those that ended in one way. */
export function endedAs<Is extends End["is"]>(all: readonly Ended[], is: Is): readonly EndedAs<Is>[] {
  return all.filter((one): one is EndedAs<Is> => one.end.is === is);
}

/** A check of what cannot all be read from here, while the other account may not have done its part yet. */
export function waitsForOthers({ end }: Ended, all: readonly Ended[]): boolean {
  return end.is === "failed" && end.unread === true && endedAs(all, "blocked").some((other) => other.end.unseen);
}
