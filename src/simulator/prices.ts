import type { Quote } from "./action.ts";

/**
 * INVENTED prices, in CNY: no published action tells what a gateway or a package costs, and nothing here says what
 * Alibaba Cloud charges. They only make the simulated ledger comparable from run to run.
 */
const devicePrice: Readonly<Record<string, number>> = { "sag-100wm": 1000, "sag-1000": 8000, "sag-vcpe": 0 };
const MBIT_MONTH = { gateway: 50, sameArea: 80, otherArea: 300 } as const;

const ATTACHMENT = { hour: 0.4, gigabyte: 0.1 } as const;
const CONNECTION = { hour: 0.4, gigabyte: 0.6 } as const;

/** A gateway: the devices once, and its bandwidth for each month. */
export function gatewayPrice(order: {
  hardware: string;
  devices: number;
  ownDevice: boolean;
  bandwidthMbps: number;
  months: number;
}): number {
  const devices = order.ownDevice ? 0 : (devicePrice[order.hardware.toLowerCase()] ?? 0) * order.devices;
  return devices + order.bandwidthMbps * order.months * MBIT_MONTH.gateway;
}

/** A CEN bandwidth package; pay-as-you-go costs nothing when it is ordered, the month is billed afterwards. */
export function packageQuote(order: {
  areas: readonly [string, string];
  bandwidthMbps: number;
  chargeType: "PREPAY" | "POSTPAY";
  months: number;
}): Quote {
  const [a, b] = order.areas;
  const month = order.bandwidthMbps * (a === b ? MBIT_MONTH.sameArea : MBIT_MONTH.otherArea);
  if (order.chargeType === "POSTPAY") return { now: 0, later: [{ price: month, per: "month" }] };
  return { now: month * order.months };
}

/** An attachment to a transit router: each hour, and each GB that goes through it. */
export function attachmentQuote(): Quote {
  return {
    now: 0,
    later: [
      { price: ATTACHMENT.hour, per: "hour" },
      { price: ATTACHMENT.gigabyte, per: "GB" },
    ],
  };
}

/** A payer named in a grant: nothing is billed before the VPC is attached, and then to whoever the grant says. */
export function payerQuote(orderType: unknown): Quote {
  return orderType === "PayByResourceOwner" ? attachmentQuote() : { now: 0 };
}

/** A connection of two transit routers: each hour; what it carries is in the package, or billed by the GB. */
export function connectionQuote(bandwidthType: unknown): Quote {
  const hours = { price: CONNECTION.hour, per: "hour" } as const;
  const traffic = { price: CONNECTION.gigabyte, per: "GB" } as const;
  return { now: 0, later: bandwidthType === "DataTransfer" ? [hours, traffic] : [hours] };
}
