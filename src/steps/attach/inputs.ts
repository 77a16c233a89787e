import type { Input } from "../../engine/step.ts";

export const attachInputs: readonly Input[] = [];
