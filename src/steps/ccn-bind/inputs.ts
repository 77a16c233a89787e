import type { Input } from "../../engine/step.ts";
import { area, ccnId, ccnName } from "../ccn/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { gatewayId } from "../purchase/inputs.ts";

export const ccnBindInputs: readonly Input[] = [gatewayId, ccnId, ccnName, area, cenName, cenId];
