import type { Input } from "../../engine/step.ts";
import { area, ccnId } from "../ccn/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";

export const cenBindInputs: readonly Input[] = [cenName, cenId, ccnId, area];
