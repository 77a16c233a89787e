import type { Input } from "../../engine/step.ts";
import { area, ccnId, ccnName } from "../ccn/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { gatewayId } from "../purchase/inputs.ts";

/** The gateway is not bound here: it is told apart from those of others on the CCN. */
export const cenBindInputs: readonly Input[] = [cenName, cenId, ccnId, ccnName, area, gatewayId];
