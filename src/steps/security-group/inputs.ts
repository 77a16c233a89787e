import type { Input } from "../../engine/step.ts";

export const securityGroupInputs: readonly Input[] = [];
