import { createPackage, type PackageSeen, resizePackage } from "../../api/bandwidth-packages.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change } from "../../engine/verdicts.ts";
import type { AccountName } from "../../keys.ts";
import { cenAreaTitle } from "../../network/cen-areas.ts";
import type { BandwidthPackage } from "../../network/network.ts";
import { say } from "../../text.ts";
import { monthsWords } from "../words.ts";

/** The order. A refusal of POSTPAY is told as it is, and never turned into PREPAY. */
export function buy(wanted: BandwidthPackage, account: AccountName): Change {
  const { areas, bandwidthMbps, charge, months, name, title } = wanted;
  const order = { account, areas, bandwidthMbps, charge, name: title ?? name, ...(months ? { months } : {}) };
  const how = charge === "POSTPAY" ? "pay-as-you-go" : `${monthsWords(months ?? 1)}, cannot be deleted before it ends`;
  const border = isCrossBorder(wanted)
    ? " (crosses the border of Mainland China: real-name check, no refund, cannot shrink)"
    : "";
  const summary = say`buy bandwidth package ${spanWords(wanted)}, ${bandwidthMbps} Mbit/s, ${how}${border}`;
  return { slot: "buy", summary, write: createPackage(order), risk: "costs-money" };
}

export function resize(one: PackageSeen, wanted: BandwidthPackage, account: AccountName): Verdict {
  const { bandwidthMbps } = wanted;
  const summary = say`raise ${one.id} from ${one.bandwidthMbps} to ${bandwidthMbps} Mbit/s`;
  const write = resizePackage({ account, package: one.id, bandwidthMbps });
  return change({ slot: resizeSlot(bandwidthMbps), summary, write, risk: "costs-money" });
}

export function resizeSlot(bandwidthMbps: number): string {
  return `resize-${bandwidthMbps}`;
}

/** `Mainland China ⇄ North America`. */
export function spanWords(wanted: Pick<BandwidthPackage, "areas">): string {
  return wanted.areas.map(cenAreaTitle).join(" ⇄ ");
}

function isCrossBorder(wanted: BandwidthPackage): boolean {
  return wanted.areas.filter((area) => area === "China").length === 1;
}
