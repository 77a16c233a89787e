import { GATEWAY_QUOTA } from "./quotas.ts";
import { useLimit } from "./use-limit.ts";

export const getSmartAccessGatewayUseLimit = useLimit("GetSmartAccessGatewayUseLimit", "gateway", GATEWAY_QUOTA);
