import { findPair, pairParameters } from "./new-generation-ccn.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";

export const detachCcnInstanceFromCen = smartagAction({
  name: "DetachCcnInstanceFromCen",
  kind: "write",
  parameters: pairParameters,
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
