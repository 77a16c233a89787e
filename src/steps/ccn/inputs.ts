import type { Input } from "../../engine/step.ts";

export const ccnInputs: readonly Input[] = [];
