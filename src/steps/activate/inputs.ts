import type { Input } from "../../engine/step.ts";

export const activateInputs: readonly Input[] = [];
