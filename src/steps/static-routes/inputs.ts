import type { Input } from "../../engine/step.ts";

export const staticRoutesInputs: readonly Input[] = [];
