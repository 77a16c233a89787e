import type { ChildAttachment } from "../cbn/things.ts";
import type { World } from "../world.ts";
import { findCcn } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { CcnGrant } from "./things.ts";

function isInUse(world: World, grant: CcnGrant): boolean {
  const uses = (one: ChildAttachment) => one.childId === grant.ccnId && one.cenId === grant.cenId;
  return world.all<ChildAttachment>("cen-attachment").some(uses);
}

export const revokeInstanceFromCbn = smartagAction({
  name: "RevokeInstanceFromCbn",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    CcnInstanceId: { type: "string", required: true },
    CenInstanceId: { type: "string", required: true },
  },
  evidence:
    "SDK model: parameters. Terraform provider: InvalidInstanceId.NotFound says that it is gone, IncorrectStatus is repeated. " +
    "Assumption: IncorrectStatus means that the CCN is attached still.",
  handle(world, request) {
    const ccn = findCcn(world, request, "CCN.InvalidId");
    const isIt = (one: CcnGrant) => one.ccnId === ccn.id && one.cenId === request.params.CenInstanceId;
    const grant = world.all<CcnGrant>("ccn-grant").find(isIt);
    if (grant === undefined) throw refusal("InvalidInstanceId.NotFound");
    if (isInUse(world, grant)) throw refusal("IncorrectStatus");
    world.remove("ccn-grant", grant.id);
    return {};
  },
});
