import type { Input } from "../../engine/step.ts";
import { say } from "../../text.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";
import { readVpcs, vpcChoices } from "./vpc-choices.ts";

export const vpc = placed<string>({
  name: "vpc",
  help: say`the VPC's id`,
  at: (item) => ["vpcs", item, "id"],
  ask: async (look, draft) => ({
    message: say`Which VPC should the office reach?`,
    kind: "choose-one",
    choices: await vpcChoices(look, draft),
  }),
});

/** The flag is one of those that every command has. */
export const region = placed<string>({
  name: "region",
  help: say`region of a VPC`,
  at: (item) => ["vpcs", item, "region"],
  ask: async (look, draft) => {
    const regions = [...new Set((await readVpcs(look, draft.hub)).map((one) => one.region))];
    const [only, ...others] = regions;
    return {
      message: say`Which region is the VPC in?`,
      kind: "choose-one",
      choices: regions.map((one) => ({ value: one, columns: [one] })),
      ...(only && others.length === 0 ? { settled: { value: only, because: say`the only one with a VPC` } } : {}),
    };
  },
});

export const attachInputs: readonly Input[] = [required(vpc), required(region), cenName, cenId];
