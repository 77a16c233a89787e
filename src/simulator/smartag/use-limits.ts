import type { SimAction } from "../action.ts";
import type { Thing } from "../world.ts";
import { CCN_QUOTA, GATEWAY_QUOTA } from "./quotas.ts";
import { smartagAction } from "./smartag-action.ts";

function useLimit(name: string, kind: string, quota: number): SimAction {
  return smartagAction({
    name,
    kind: "read",
    parameters: { RegionId: { type: "string", required: true } },
    evidence: "SDK model: fields. Quota page: amounts. Assumption: used are those that the lists of this region show.",
    handle(world, { uid, params }) {
      const isHere = (thing: Thing) => thing.uid === uid && thing.region === params.RegionId;
      return { TotalAmount: quota, UsedAmount: world.all(kind).filter(isHere).length };
    },
  });
}

export const getSmartAccessGatewayUseLimit = useLimit("GetSmartAccessGatewayUseLimit", "gateway", GATEWAY_QUOTA);
export const getCloudConnectNetworkUseLimit = useLimit("GetCloudConnectNetworkUseLimit", "ccn", CCN_QUOTA);
