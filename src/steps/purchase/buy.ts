import { createGateway, downgradeGateway, type GatewaySeen, upgradeGateway } from "../../api/gateways.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change } from "../../engine/verdicts.ts";
import { SagctlError } from "../../errors.ts";
import type { Branch } from "../../network/network.ts";
import { say } from "../../text.ts";
import { monthsWords } from "../words.ts";

/** The order itself; what only the customer can say has no silent default, since it is money. */
export function buy(branch: Branch): Change {
  const { account, area, gateway } = branch;
  const order = {
    account,
    area,
    model: required(gateway.model, branch),
    deployment: required(gateway.deployment, branch),
    bandwidthMbps: required(gateway.bandwidthMbps, branch),
    months: required(gateway.months, branch),
    shipTo: required(gateway.shipTo, branch),
    autoPay: gateway.autoPay ?? true,
    alreadyHave: gateway.serials !== undefined,
    name: branch.name,
  };
  const what = say`buy ${order.model.toUpperCase()}, ${order.deployment}, ${order.bandwidthMbps} Mbit/s, ${monthsWords(order.months)}`;
  return { slot: "buy", summary: what, write: createGateway(order), risk: "costs-money" };
}

/** More bandwidth, or less: both are orders. */
export function resize(branch: Branch, gateway: GatewaySeen, bandwidthMbps: number): Verdict {
  const { account, area } = branch;
  const order = { account, area, id: gateway.id, bandwidthMbps, autoPay: branch.gateway.autoPay ?? true };
  const isUp = bandwidthMbps > gateway.bandwidthMbps;
  const write = isUp ? upgradeGateway(order) : downgradeGateway(order);
  const summary = say`change ${gateway.id} from ${gateway.bandwidthMbps} to ${bandwidthMbps} Mbit/s`;
  return change({ slot: resizeSlot(bandwidthMbps), summary, write, risk: "costs-money" });
}

export function resizeSlot(bandwidthMbps: number): string {
  return `resize-${bandwidthMbps}`;
}

const flags = {
  model: "--model",
  deployment: "--deployment",
  bandwidthMbps: "--bandwidth-mbps",
  months: "--months",
  shipTo: "--ship-to-name and the other --ship-to flags",
} as const;

/** Whatever is missing is said at once. */
function required<T>(value: T | undefined, { name, gateway }: Branch): T {
  if (value !== undefined) return value;
  const missing = (Object.keys(flags) as (keyof typeof flags)[]).filter((field) => gateway[field] === undefined);
  throw new SagctlError({
    kind: "usage",
    code: "missing-value",
    message: say`To buy the gateway of ${name}, its ${missing.join(", ")} must be said`,
    tryThis: [
      say`Write it under branches.${name}.gateway in the network file, or say ${missing.map((field) => flags[field]).join(", ")}`,
      say`Or name the gateway that is there: gateway: {id: sag-…}, or --gateway-id`,
    ],
  });
}
