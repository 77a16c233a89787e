import { Refusal } from "../action.ts";
import type { World } from "../world.ts";
import { attachmentsOf } from "./lookups.ts";
import type { Cen } from "./things.ts";

const MOST_IN_REGION = 10;
const MOST_REGIONS = 5;

/** What a CEN takes of Basic Edition: instances of a region, and regions. Source: 2019 manual; the code is an assumption. */
export function requireRoomOnCen(world: World, cen: Cen, regionId: string): void {
  const regions = attachmentsOf(world, cen.id).map((one) => one.childRegionId);
  if (regions.filter((one) => one === regionId).length >= MOST_IN_REGION) {
    throw new Refusal(400, "QuotaExceeded", "The CEN has too many network instances in this region.");
  }
  if (new Set([...regions, regionId]).size <= MOST_REGIONS) return;
  throw new Refusal(400, "QuotaExceeded", "The CEN has network instances in too many regions.");
}
