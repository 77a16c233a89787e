import type { AccountName } from "../keys.ts";
import { smartagRegion } from "../network/areas.ts";
import type { Area } from "../network/network.ts";
import type { ApiCall, Param } from "./call.ts";
import { makeCall } from "./make-call.ts";

/** Where Smartag calls go: an account, and the area of its gateways and CCN. */
export interface InArea {
  readonly account: AccountName;
  readonly area: Area;
}

/** A call of Smartag: its hosts and its parameter RegionId name an area by one region of it. */
export function smartagCall(
  action: string,
  at: InArea,
  params: Readonly<Record<string, Param | undefined>> = {},
): ApiCall {
  const region = smartagRegion(at.area);
  return makeCall("Smartag", action, { account: at.account, region }, { RegionId: region, ...params });
}
