import type { ApiCall, Read, Reply } from "./call.ts";
import { numberAt } from "./reply-fields.ts";
import { type InArea, smartagCall } from "./smartag-call.ts";

/** The account's quota in an area: how many it may have, and has. */
export interface Use {
  readonly total: number;
  readonly used: number;
}

/** The positive control of the list of gateways: an empty list may be a permission that is missing. */
export function readGatewayUse(at: InArea): Read<Use> {
  return readUse(smartagCall("GetSmartAccessGatewayUseLimit", at));
}

/** The same control for the list of CCNs. */
export function readCcnUse(at: InArea): Read<Use> {
  return readUse(smartagCall("GetCloudConnectNetworkUseLimit", at));
}

function readUse(of: ApiCall): Read<Use> {
  const take = (reply: Reply = {}) => ({
    total: numberAt(reply, "TotalAmount") ?? 0,
    used: numberAt(reply, "UsedAmount") ?? 0,
  });
  return { call: of, take: ([reply]) => take(reply), none: { total: 0, used: 0 } };
}
