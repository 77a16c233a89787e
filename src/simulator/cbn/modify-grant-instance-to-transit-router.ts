import { Refusal } from "../action.ts";
import { payerQuote } from "../prices.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { ownInstance, payers } from "./grants.ts";
import { requireServiceOfPayer } from "./router-service.ts";
import type { CenGrant, Payer } from "./things.ts";

/** Changes who is to pay; what stands goes on as it is until the CEN's owner changes the attachment too. */
export const modifyGrantInstanceToTransitRouter = cbnAction({
  name: "ModifyGrantInstanceToTransitRouter",
  kind: "write",
  parameters: {
    CenId: { type: "string", required: true },
    InstanceId: { type: "string", required: true },
    OrderType: { type: "string", required: true, oneOf: payers },
    ClientToken: { type: "string" },
  },
  evidence: "metadata; first the grant, then the attachment: Terraform provider; code for no grant: assumption",
  quote: (_, { params }) => payerQuote(params.OrderType),
  handle(world, request) {
    const vpc = ownInstance(world, request);
    const orderType = text(request, "OrderType") as Payer;
    requireServiceOfPayer(world, vpc.uid, orderType);
    const isIt = (one: CenGrant) =>
      one.uid === vpc.uid && one.instanceId === vpc.id && one.cenId === request.params.CenId;
    const grant = world.all<CenGrant>("vpc-grant").find(isIt);
    if (!grant) throw new Refusal(404, "InvalidInstanceId.NotFound", "There is no such grant.");
    world.put("vpc-grant", { ...grant, orderType } satisfies CenGrant);
    return {};
  },
});
