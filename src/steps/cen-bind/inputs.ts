import type { Input } from "../../engine/step.ts";

export const cenBindInputs: readonly Input[] = [];
