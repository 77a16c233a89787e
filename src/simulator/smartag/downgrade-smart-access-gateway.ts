import { bandwidthAction } from "./bandwidth-action.ts";

export const downgradeSmartAccessGateway = bandwidthAction("Downgrade");
