import type { Input } from "../../engine/step.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";
import { readVpcs, vpcChoices, vSwitchChoices } from "./vpc-choices.ts";

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

/** Whose a VPC is that is not the CEN owner's. */
export const vpcAccount = placed<string>({
  name: "vpc-account",
  help: say`the account of a VPC that is not the CEN owner's: a name under accounts, or the account id`,
  at: (item) => ["vpcs", item, "account"],
  ask: async (_, draft) => ({
    message: say`Whose is the VPC?`,
    kind: "choose-one",
    choices: draft.accounts.map(({ name, uid = "" }) => ({ value: name, columns: [name, uid] })),
    settled: { value: draft.hub, because: say`the CEN owner's, like the CEN; another account's: --vpc-account` },
  }),
});

type Payer = NonNullable<Vpc["payer"]>;

export const payer = placed<Payer>({
  name: "payer",
  help: say`who pays for the attachment of another account's VPC: cen-owner or resource-owner`,
  at: (item) => ["vpcs", item, "payer"],
  ask: async (_, draft, item) => ({
    message: say`Who pays for the connection of ${item}?`,
    kind: "choose-one",
    choices: [
      { value: "cen-owner", columns: ["cen-owner", `${draft.hub} pays`] },
      { value: "resource-owner", columns: ["resource-owner", `${accountOf(draft, item)} pays`] },
    ],
    settled: { value: "cen-owner", because: say`the owner of the VPC instead: --payer resource-owner` },
  }),
});

function accountOf(draft: Network, item: string): string {
  return draft.vpcs.find((one) => one.name === item)?.account ?? "the owner of the VPC";
}

export const attachmentName = placed<string>({
  name: "attachment-name",
  help: say`what the VPC's attachment to the transit router is called (default: as the VPC)`,
  at: (item) => ["vpcs", item, "attachmentName"],
  ask: async (_, draft, item) => ({
    message: say`Name of the attachment of ${item}`,
    kind: "text",
    settled: {
      value: draft.vpcs.find((one) => one.name === item)?.attachmentName ?? item,
      because: say`as the VPC; another one: --attachment-name`,
    },
  }),
});

export const vSwitches = placed<readonly string[]>({
  name: "vswitch",
  help: say`vSwitches of the attachment, one for each zone (default: those with the most free addresses)`,
  many: true,
  at: (item) => ["vpcs", item, "vSwitches"],
  ask: async (look, draft, item) => ({
    message: say`Through which vSwitches is ${item} attached? One for each zone`,
    kind: "choose-many",
    choices: await vSwitchChoices(look, draft, item),
  }),
});

export const attachInputs: readonly Input[] = [
  required(vpc),
  required(region),
  vpcAccount,
  payer,
  attachmentName,
  vSwitches,
  cenName,
  cenId,
];
