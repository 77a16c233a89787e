import { Refusal } from "../action.ts";
import { cbnAction } from "./cbn-action.ts";
import { account, text } from "./fields.ts";
import { grantOf, grantParameters, ownInstance } from "./grants.ts";

/** Takes a grant back, once the instance is detached. */
export const revokeInstanceFromTransitRouter = cbnAction({
  name: "RevokeInstanceFromTransitRouter",
  kind: "write",
  parameters: grantParameters,
  evidence:
    "metadata; the instance has to be detached: API page; codes: assumptions, after Vpc's RevokeInstanceFromCen",
  handle(world, request) {
    const vpc = ownInstance(world, request);
    const grant = grantOf(world, vpc, text(request, "CenId"), account(request, "CenOwnerId"));
    if (!grant) throw new Refusal(404, "InvalidInstanceId.NotFound", "There is no such grant.");
    if (vpc.cens.some((cen) => cen.cenId === grant.cenId)) {
      throw new Refusal(400, "IncorrectStatus", "The instance is attached to the CEN.");
    }
    world.remove("vpc-grant", grant.id);
    return {};
  },
});
