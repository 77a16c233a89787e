import type { SimAction } from "../action.ts";
import { assumeRole } from "./assume-role.ts";
import { getCallerIdentity } from "./get-caller-identity.ts";

/** Security tokens and "who am I". */
export const actions: readonly SimAction[] = [getCallerIdentity, assumeRole];
