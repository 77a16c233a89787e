import type { Input } from "../../engine/step.ts";
import { region, vpc, vpcAccount } from "../attach/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { required } from "../placed.ts";

export const routeTablesInputs: readonly Input[] = [required(vpc), required(region), vpcAccount, cenName, cenId];
