import { Refusal, type SimAction } from "../action.ts";

/** Opens the transit router service, once and free of charge. */
export const openTransitRouterService: SimAction = {
  product: "Cbn",
  name: "OpenTransitRouterService",
  kind: "write",
  permission: "cen:OpenTransitRouterService",
  parameters: { ClientToken: { type: "string" } },
  evidence: "SDK model; ORDER.OPEND: current error page, its HTTP status: assumption",
  handle(world, request) {
    const account = world.account(request.uid);
    if (account.transitRouterServiceOpen) throw new Refusal(400, "ORDER.OPEND", "The service is open already.");
    account.transitRouterServiceOpen = true;
    const what = "Transit router service, free of charge";
    const entry = { uid: request.uid, product: "Cbn", action: "OpenTransitRouterService", price: 0, what };
    return { OrderId: world.order({ ...entry, instanceIds: [] }, true).orderId };
  },
};
