import type { Input } from "../../engine/step.ts";

export const ccnBindInputs: readonly Input[] = [];
