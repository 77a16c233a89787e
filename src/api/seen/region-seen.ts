import type { Reply } from "../call.ts";
import { listAt, textAt } from "../reply-fields.ts";

/** A region that a product serves, and what it calls it. */
export interface RegionSeen {
  readonly id: string;
  readonly name: string;
}

/** The regions of a reply; every product lists them in this one shape. */
export function takeRegions(pages: readonly Reply[]): readonly RegionSeen[] {
  const items = pages.flatMap((page) => listAt(page, "Regions", "Region"));
  return items.map((item) => ({ id: textAt(item, "RegionId"), name: textAt(item, "LocalName") }));
}
