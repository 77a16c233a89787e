import type { Input } from "../../engine/step.ts";
import { say } from "../../text.ts";
import { region, vpc, vpcAccount } from "../attach/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { cenOwner } from "../grant/inputs.ts";
import { placed, required } from "../placed.ts";
import { cidr } from "../static-routes/inputs.ts";

/** For the owner of a VPC, who cannot see the CEN: whoever attached the VPC tells the id. */
export const toAttachment = placed<string>({
  name: "to-attachment",
  help: say`the VPC's attachment, tr-attach-…, where the CEN is another account's`,
  at: (item) => ["vpcs", item, "attachment"],
  ask: async (_, draft, item) => ({
    message: say`The attachment of ${item}, as the owner of the CEN tells it`,
    kind: "text",
    initial: draft.vpcs.find((one) => one.name === item)?.attachment ?? "",
  }),
});

export const vpcRoutesInputs: readonly Input[] = [
  required(vpc),
  required(region),
  vpcAccount,
  toAttachment,
  cenOwner,
  cidr,
  cenName,
  cenId,
];
