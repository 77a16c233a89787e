import { findGrant, grantedVpc, grantParameters } from "./find-grant.ts";
import { vpcAction } from "./vpc-action.ts";

/** The VPC's owner lets another account's CEN attach it: the older form, without a choice of who pays. */
export const grantInstanceToCen = vpcAction({
  name: "GrantInstanceToCen",
  kind: "write",
  parameters: grantParameters,
  evidence: "SDK model: parameters, ClientToken. Assumption: granting again changes nothing; VBRs are not modelled.",
  handle(world, request) {
    const vpc = grantedVpc(world, request);
    if (findGrant(world, request) !== undefined) return {};
    const cen = { cenId: String(request.params.CenId), cenUid: String(request.params.CenOwnerId) };
    const grant = { id: world.newId("grant-", 18), uid: vpc.uid, region: vpc.region, instanceId: vpc.id, ...cen };
    world.put("vpc-grant", { ...grant, instanceType: "VPC", createdAt: world.now });
    return {};
  },
});
