import type { ShipTo } from "../../src/network/network.ts";

/** Where and by whom the tests' Smartag calls are made. */
export const at = { account: "hub", area: "mainland-china" } as const;

export const shipTo: Required<ShipTo> = {
  name: "Li Lei",
  mobile: "13800001234",
  phone: "010-12345678",
  email: "lilei@example.com",
  country: "China",
  state: "Beijing",
  city: "Beijing",
  district: "Chaoyang",
  town: "Wangjing",
  address: "1 Lane of Examples",
  zip: "100102",
};

/** A purchase as the step makes it; it spends money and names a person, so much is tested with it. */
export const gatewayOrder = {
  ...at,
  model: "sag-100wm",
  deployment: "stand-alone",
  bandwidthMbps: 10,
  months: 12,
  shipTo,
  autoPay: true,
  alreadyHave: false,
} as const;
