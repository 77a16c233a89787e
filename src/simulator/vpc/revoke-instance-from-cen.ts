import { Refusal } from "../action.ts";
import { findGrant, grantedVpc, grantParameters } from "./find-grant.ts";
import { vpcAction } from "./vpc-action.ts";

export const revokeInstanceFromCen = vpcAction({
  name: "RevokeInstanceFromCen",
  kind: "write",
  parameters: grantParameters,
  evidence:
    "SDK model: parameters. Terraform provider: InvalidInstanceId.NotFound says that it is gone, IncorrectStatus is repeated. " +
    "Assumption: IncorrectStatus means that the VPC is attached still.",
  handle(world, request) {
    const vpc = grantedVpc(world, request);
    const grant = findGrant(world, request);
    if (grant === undefined) throw new Refusal(404, "InvalidInstanceId.NotFound", "There is no such grant.");
    if (vpc.cens.some((cen) => cen.cenId === grant.cenId)) {
      throw new Refusal(400, "IncorrectStatus", "The VPC is attached to the CEN.");
    }
    world.remove("vpc-grant", grant.id);
    return {};
  },
});
