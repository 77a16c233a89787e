import type { Switches } from "../world.ts";
import { legacyCloud } from "./legacy-cloud.ts";

/** The cloud as its current documents have it: Enterprise Edition for VPCs, packages by subscription only. */
export const todaysCloud: Switches = {
  ...legacyCloud,
  ccnListShowsIsDefault: false,
  unpaidGatewayHasId: false,
  postpayPackages: false,
  basicVpcAttachments: false,
};
