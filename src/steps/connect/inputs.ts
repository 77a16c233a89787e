import type { Input } from "../../engine/step.ts";
import { area } from "../ccn/inputs.ts";
import { gatewayId, serial } from "../purchase/inputs.ts";

export const connectInputs: readonly Input[] = [gatewayId, serial, area];
