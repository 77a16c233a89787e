import type { Input } from "../../engine/step.ts";
import { payer, region, vpc, vpcAccount } from "../attach/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { cenOwner } from "../grant/inputs.ts";
import { required } from "../placed.ts";

/** The region is that of a VPC; the payer of its attachment needs the service too. */
export const transitRouterInputs: readonly Input[] = [
  required(vpc),
  required(region),
  vpcAccount,
  payer,
  cenName,
  cenId,
  cenOwner,
];
