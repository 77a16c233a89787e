import type { Switches } from "../world.ts";

/** The cloud that tutorial A was written on: Basic Edition for VPCs, packages that are paid as they go. */
export const legacyCloud: Switches = {
  ccnListShowsIsDefault: true,
  unpaidGatewayHasId: true,
  deniedReads: "403",
  zeroBandwidth: "removes",
  postpayPackages: true,
  basicVpcAttachments: true,
  hubMayRouteInSpokes: false,
  gatewayChangesShowAtOnce: false,
  unbindNeedsFreeCcn: false,
  lowBalance: "unpaid-order",
  tokenMemoryMs: 24 * 60 * 60 * 1000,
  orderIdAsNumber: false,
  readLagMs: 0,
};
