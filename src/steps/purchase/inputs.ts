import type { Input } from "../../engine/step.ts";
import { gatewayModels, gatewayMonths, modelNames } from "../../network/models.ts";
import type { Deployment, GatewayModel, Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { area } from "../ccn/inputs.ts";
import { placed } from "../placed.ts";
import { typedList } from "../typed-list.ts";
import { monthsWords } from "../words.ts";
import { gatewayChoices } from "./gateway-choices.ts";
import { shipToInputs } from "./ship-to-inputs.ts";

export const gatewayId = placed<string>({
  name: "gateway-id",
  help: say`the gateway that is there already: nothing is bought`,
  at: (item) => ["branches", item, "gateway", "id"],
  ask: async (look, draft, item) => ({
    message: say`Which gateway serves the office?`,
    kind: "choose-one",
    choices: await gatewayChoices(look, draft, item),
  }),
});

/** Printed on the device, so it is typed. */
export const serial = placed<readonly string[]>({
  name: "serial",
  help: say`serial number of a device of your own (two: the active one first)`,
  many: true,
  at: (item) => ["branches", item, "gateway", "serials"],
  ask: async (_, draft, item) => ({
    message: say`Serial number on the device (of two devices: the active one first)`,
    kind: "text",
    form: typedList,
    check: (serials) => tooMany(serials, gatewayOf(draft, item)?.deployment),
  }),
});

function tooMany(serials: readonly string[], deployment: Deployment | undefined): Text | undefined {
  if (deployment !== "stand-alone" || serials.length < 2) return undefined;
  return say`One device stands alone: give one serial number`;
}

export const model = placed<GatewayModel>({
  name: "model",
  help: say`model to buy: ${modelNames.join(", ")}`,
  at: (item) => ["branches", item, "gateway", "model"],
  ask: async () => ({
    message: say`Which model is to be bought?`,
    kind: "choose-one",
    choices: modelNames.map((name) => ({ value: name, columns: [gatewayModels[name].title, rangeOf(name)] })),
  }),
});

/** `2 to 50 Mbit/s`. */
export function rangeOf(name: GatewayModel): string {
  const { minMbps, maxMbps } = gatewayModels[name];
  return `${minMbps} to ${maxMbps} Mbit/s`;
}

export const deploymentWords: Readonly<Record<Deployment, string>> = {
  "stand-alone": "one device",
  "cold-standby": "two devices, cold standby",
  "warm-standby": "two devices, warm standby",
};

export const deployment = placed<Deployment>({
  name: "deployment",
  help: say`stand-alone, cold-standby or warm-standby`,
  at: (item) => ["branches", item, "gateway", "deployment"],
  ask: async (_, draft, item) => {
    const offered = gatewayModels[gatewayOf(draft, item)?.model ?? "sag-100wm"].deployments;
    return {
      message: say`How many devices?`,
      kind: "choose-one",
      choices: offered.map((value) => ({ value, columns: [value, deploymentWords[value]] })),
    };
  },
});

export const bandwidthMbps = placed<number>({
  name: "bandwidth-mbps",
  help: say`bandwidth of the gateway to buy, in Mbit/s`,
  at: (item) => ["branches", item, "gateway", "bandwidthMbps"],
  ask: async (_, draft, item) => {
    const name = gatewayOf(draft, item)?.model ?? "sag-100wm";
    const { minMbps, maxMbps, title } = gatewayModels[name];
    return {
      message: say`Bandwidth of the gateway in Mbit/s (${rangeOf(name)})`,
      kind: "number",
      initial: Math.max(minMbps, 10),
      check: (mbps) =>
        mbps < minMbps || mbps > maxMbps ? say`${title} is sold with ${rangeOf(name)}, not ${mbps}` : undefined,
    };
  },
});

export const months = placed<number>({
  name: "months",
  help: say`how long to subscribe: 1 to 9, 12, 24 or 36`,
  at: (item) => ["branches", item, "gateway", "months"],
  ask: async () => ({
    message: say`For how many months? (paid in advance; ends by itself)`,
    kind: "choose-one",
    choices: gatewayMonths.map((count) => ({ value: count, columns: [monthsWords(count)] })),
  }),
});

/** Said only by who wants it otherwise: the order is part of what one consents to. */
export const autoPay = placed<boolean>({
  name: "auto-pay",
  help: say`false: the order waits for a person to pay it in the console`,
  at: (item) => ["branches", item, "gateway", "autoPay"],
  ask: async () => ({
    message: say`Who pays the order?`,
    kind: "choose-one",
    choices: [
      { value: true, columns: ["sagctl", "at once, out of the account's balance"] },
      { value: false, columns: ["a person", "in the order centre of the console"] },
    ],
    settled: { value: true, because: say`at once; --auto-pay false leaves it to a person` },
  }),
});

function gatewayOf(draft: Network, item: string) {
  return draft.branches.find((branch) => branch.name === item)?.gateway;
}

export const purchaseInputs: readonly Input[] = [
  gatewayId,
  serial,
  model,
  deployment,
  bandwidthMbps,
  months,
  autoPay,
  ...shipToInputs,
  area,
];
