import type { ParameterRule } from "../action.ts";
import { writeParameters } from "./write-parameters.ts";

/** What an inter-region connection is made and changed with. */
export const peerParameters = {
  BandwidthType: { type: "string" },
  Bandwidth: { type: "integer" },
  CenBandwidthPackageId: { type: "string" },
  DefaultLinkType: { type: "string" },
  AutoPublishRouteEnabled: { type: "boolean" },
  TransitRouterAttachmentName: { type: "string" },
  TransitRouterAttachmentDescription: { type: "string" },
  ...writeParameters,
} as const satisfies Record<string, ParameterRule>;
