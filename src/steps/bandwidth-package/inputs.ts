import type { Input } from "../../engine/step.ts";

export const bandwidthPackageInputs: readonly Input[] = [];
