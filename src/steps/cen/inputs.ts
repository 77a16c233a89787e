import type { Input } from "../../engine/step.ts";

export const cenInputs: readonly Input[] = [];
