import type { Input } from "../../engine/step.ts";
import { area } from "../ccn/inputs.ts";
import { gatewayId, serial } from "../purchase/inputs.ts";

/** A device of one's own is in no parcel: its number says that there is none to wait for. */
export const activateInputs: readonly Input[] = [gatewayId, serial, area];
