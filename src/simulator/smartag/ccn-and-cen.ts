import type { SimRequest } from "../action.ts";
import type { ChildAttachment } from "../cbn/things.ts";
import type { World } from "../world.ts";
import { findCcn } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn } from "./things.ts";

const parameters = { CcnId: { type: "string" }, CenId: { type: "string" }, RegionId: { type: "string" } } as const;

/** Both actions serve the new access gateway generation only; ordinary CCNs go through Cbn. */
function findPair(world: World, request: SimRequest): { ccn: Ccn; cenId: string; cenUid: string } {
  const { CcnId, CenId } = request.params;
  if (!CcnId || !CenId) throw refusal("MissingParam");
  const ccn = findCcn(world, request, "InvalidId.CCN");
  if (!ccn.newAgw) throw refusal("CcnNotSupportNewAgw");
  const cen = world.find("cen", String(CenId));
  if (cen?.uid !== request.uid) throw refusal("CenNotExist");
  return { ccn, cenId: cen.id, cenUid: cen.uid };
}

export const attachCcnInstanceToCen = smartagAction({
  name: "AttachCcnInstanceToCen",
  kind: "write",
  parameters: { ...parameters, Subnet: { type: "string" } },
  evidence:
    "SDK model: all optional. Inferred from DetachCcnInstanceFromCen's codes: ordinary CCNs are refused. Assumption: at once; " +
    "what a CCN of the new generation reaches is not modelled.",
  handle(world, request) {
    const { ccn, cenId, cenUid } = findPair(world, request);
    const isAttached = (one: ChildAttachment) => one.childId === ccn.id;
    if (ccn.cenId !== undefined || world.all<ChildAttachment>("cen-attachment").some(isAttached)) {
      throw refusal("AlreadyBound.CEN");
    }
    const subnet = request.params.Subnet;
    world.put("ccn", { ...ccn, cenId, cenUid, ...(subnet !== undefined && { subnet: String(subnet) }) });
    return {};
  },
});

export const detachCcnInstanceFromCen = smartagAction({
  name: "DetachCcnInstanceFromCen",
  kind: "write",
  parameters,
  evidence:
    "SDK model: all optional. Page: MissingParam, CcnNotSupportNewAgw, CcnNotInCen, CenNotExist. Assumption: at once.",
  handle(world, request) {
    const { ccn, cenId } = findPair(world, request);
    if (ccn.cenId !== cenId) throw refusal("CcnNotInCen");
    const { cenId: _cen, cenUid: _uid, ...unbound } = ccn;
    world.put("ccn", { ...unbound, id: ccn.id, uid: ccn.uid });
    return {};
  },
});
