import { bandwidthAction } from "./bandwidth-action.ts";

export const upgradeSmartAccessGateway = bandwidthAction("Upgrade");
