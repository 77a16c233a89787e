import type { ChildAttachment } from "../cbn/things.ts";
import { findPair, pairParameters } from "./new-generation-ccn.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";

export const attachCcnInstanceToCen = smartagAction({
  name: "AttachCcnInstanceToCen",
  kind: "write",
  parameters: { ...pairParameters, Subnet: { type: "string" } },
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
