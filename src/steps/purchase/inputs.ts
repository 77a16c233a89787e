import type { Input } from "../../engine/step.ts";

export const purchaseInputs: readonly Input[] = [];
