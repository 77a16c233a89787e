import { CCN_QUOTA } from "./quotas.ts";
import { useLimit } from "./use-limit.ts";

export const getCloudConnectNetworkUseLimit = useLimit("GetCloudConnectNetworkUseLimit", "ccn", CCN_QUOTA);
