import { Refusal, type SimAction } from "../action.ts";

/** Whether the account has opened the transit router service, without which no Enterprise Edition call works. */
export const checkTransitRouterService: SimAction = {
  product: "Cbn",
  name: "CheckTransitRouterService",
  kind: "read",
  permission: "cen:CheckTransitRouterService",
  parameters: { ClientToken: { type: "string" } },
  evidence: "SDK model: Enabled is text; code when not open: current error pages (older: USER_NOT_OPEN_TR_SERVICE)",
  handle(world, request) {
    if (world.account(request.uid).transitRouterServiceOpen) return { Enabled: "true" };
    throw new Refusal(400, "Forbbiden.TransitRouterServiceNotOpen", "The transit router service is not open.");
  },
};
