import { Refusal, type SimRequest } from "../action.ts";
import type { SimAccount, World } from "../world.ts";
import { areas, findSpan, isCrossBorder } from "./areas.ts";
import { text, whole } from "./fields.ts";
import type { BandwidthPackage } from "./things.ts";

export interface PackageOrder {
  readonly areaA: string;
  readonly areaB: string;
  readonly bandwidthMbps: number;
  readonly chargeType: BandwidthPackage["chargeType"];
  /** 0 for pay-as-you-go. */
  readonly months: number;
}

/** What CreateCenBandwidthPackage asks for, or the refusal it earns. */
export function readPackageOrder(world: World, request: SimRequest): PackageOrder {
  const account = world.account(request.uid);
  const [areaA, areaB] = [readArea(request, "GeographicRegionAId"), readArea(request, "GeographicRegionBId")];
  if (!findSpan(areaA, areaB)) throw unknownSpan();
  const bandwidthMbps = readBandwidth(request);
  const chargeType = readChargeType(world, request);
  checkBuyer(account, chargeType, isCrossBorder(areaA, areaB));
  const months = chargeType === "PREPAY" ? readMonths(request) : 0;
  return { areaA, areaB, bandwidthMbps, chargeType, months };
}

/** 2 to 10000 Mbit/s. Source: SDK model. */
export function readBandwidth(request: SimRequest): number {
  const mbps = whole(request, "Bandwidth");
  if (mbps !== undefined && mbps >= 2 && mbps <= 10_000) return mbps;
  throw new Refusal(400, "ParameterIllegal.BandwidthLimit", "The parameter of bandwidth limit is illegal.");
}

/** The end of a subscription bought or begun at a time. */
export function endOfMonths(from: number, months: number): number {
  const end = new Date(from);
  end.setUTCMonth(end.getUTCMonth() + months);
  return end.getTime();
}

export function unknownSpan(): Refusal {
  return new Refusal(404, "GeographicSpan.NotFound", "The specified geographic span does not exist.");
}

/** Requests spell areas with capitals: `North-America`. Lower case is refused here by assumption; no page allows it. */
export function readArea(request: SimRequest, name: string): string {
  const area = areas.find((one) => one.id === text(request, name));
  if (!area) throw unknownSpan();
  return area.id;
}

/** Absent it means POSTPAY until 2022 and PREPAY since. Source: the Terraform provider's documentation. */
function readChargeType(world: World, request: SimRequest): PackageOrder["chargeType"] {
  const sold = world.state.switches.postpayPackages;
  const asked = text(request, "BandwidthPackageChargeType") || (sold ? "POSTPAY" : "PREPAY");
  if (asked === "PREPAY" || (asked === "POSTPAY" && sold)) return asked;
  throw new Refusal(400, "UnSupported.ChargeType", "The charge type is not supported.");
}

function checkBuyer(account: SimAccount, chargeType: PackageOrder["chargeType"], crossBorder: boolean): void {
  if (account.arrears) throw new Refusal(400, "OperationInvalid.UserCanNotBuyBwp", "The account is in arrears.");
  if (crossBorder && !account.realName) {
    throw new Refusal(
      400,
      "OperationInvalid.UserCanNotBuyCrossBorderBwp",
      "The account may not buy cross-border bandwidth.",
    );
  }
  if (chargeType === "PREPAY") return;
  if (!account.postpayOpen) throw new Refusal(400, "Order.AccountStatusIllegal", "Pay-as-you-go is not open.");
  if (account.balance <= 0) throw new Refusal(500, "PayFor.AccountMoneyValidateError", "The balance does not suffice.");
}

/** Month: 1, 2, 3 or 6; Year: 1 to 3. Required for PREPAY. Source: API page and SDK model. */
function readMonths(request: SimRequest): number {
  const period = whole(request, "Period");
  if (period === undefined) throw new Refusal(400, "MissingParameter", 'The parameter "Period" is mandatory.');
  const isByYear = request.params.PricingCycle === "Year";
  if (!(isByYear ? [1, 2, 3] : [1, 2, 3, 6]).includes(period)) {
    throw new Refusal(400, "InvalidParameter", "The period is not valid.");
  }
  return isByYear ? period * 12 : period;
}
