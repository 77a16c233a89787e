import type { SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { findCcn } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import type { Ccn } from "./things.ts";

export const pairParameters = {
  CcnId: { type: "string" },
  CenId: { type: "string" },
  RegionId: { type: "string" },
} as const;

/** Both actions serve the new access gateway generation only; ordinary CCNs go through Cbn. */
export function findPair(world: World, request: SimRequest): { ccn: Ccn; cenId: string; cenUid: string } {
  const { CcnId, CenId } = request.params;
  if (!CcnId || !CenId) throw refusal("MissingParam");
  const ccn = findCcn(world, request, "InvalidId.CCN");
  if (!ccn.newAgw) throw refusal("CcnNotSupportNewAgw");
  const cen = world.find("cen", String(CenId));
  if (cen?.uid !== request.uid) throw refusal("CenNotExist");
  return { ccn, cenId: cen.id, cenUid: cen.uid };
}
