import type { Input } from "../../engine/step.ts";
import { area } from "../ccn/inputs.ts";
import { gatewayId } from "../purchase/inputs.ts";

export const activateInputs: readonly Input[] = [gatewayId, area];
