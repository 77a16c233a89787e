import type { Input } from "../../engine/step.ts";

export const regionConnectionInputs: readonly Input[] = [];
