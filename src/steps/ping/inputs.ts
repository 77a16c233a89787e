import type { Input } from "../../engine/step.ts";

export const pingInputs: readonly Input[] = [];
