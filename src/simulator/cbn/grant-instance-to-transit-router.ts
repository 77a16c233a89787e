import { payerQuote } from "../prices.ts";
import { cbnAction } from "./cbn-action.ts";
import { account, text } from "./fields.ts";
import { grantOf, grantParameters, ownInstance, payers } from "./grants.ts";
import type { CenGrant, Payer } from "./things.ts";

/**
 * The VPC's owner lets another account's CEN attach it, and says who pays. A CEN or an owner that does not exist is not noticed:
 * the other side then simply doesn't see the VPC. Source: the tutorial's hint on a VPC that is not listed.
 */
export const grantInstanceToTransitRouter = cbnAction({
  name: "GrantInstanceToTransitRouter",
  kind: "write",
  parameters: { ...grantParameters, OrderType: { type: "string", oneOf: payers } },
  evidence:
    "metadata; TaskConflict: Terraform provider. Assumptions: PayByCenOwner as default, granting again changes nothing, " +
    "the code for an unknown instance",
  quote: (_, { params }) => payerQuote(params.OrderType),
  handle(world, request) {
    const vpc = ownInstance(world, request);
    const cenId = text(request, "CenId");
    const cenUid = account(request, "CenOwnerId");
    if (grantOf(world, vpc, cenId, cenUid)) return {};
    const grant: CenGrant = {
      id: world.newId("grant-", 18),
      uid: vpc.uid,
      region: vpc.region,
      instanceId: vpc.id,
      instanceType: "VPC",
      cenId,
      cenUid,
      orderType: (text(request, "OrderType") || "PayByCenOwner") as Payer,
      createdAt: world.now,
    };
    world.put("vpc-grant", grant);
    return {};
  },
});
