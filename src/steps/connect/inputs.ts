import type { Input } from "../../engine/step.ts";

export const connectInputs: readonly Input[] = [];
