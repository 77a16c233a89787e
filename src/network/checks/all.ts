import { cidrsApart, cidrsCounted, oneArea } from "./branches.ts";
import type { Check } from "./check.ts";
import { portsFit, regionsDiffer } from "./connections.ts";
import { gatewayComplete, gatewayLimits, gatewayNames } from "./gateways.ts";
import { accountNames, accountsDiffer, ownNames, referredNames } from "./names.ts";
import { onePackageAPair, packageMonthsFit, sumsFit } from "./packages.ts";
import { reachBothWays } from "./reach.ts";
import { addressShippedTo } from "./ship-to.ts";

/** Every rule about more than one value. */
export const checks: readonly Check[] = [
  ...[ownNames, accountNames, accountsDiffer, referredNames],
  ...[cidrsCounted, cidrsApart, oneArea],
  ...[gatewayNames, gatewayLimits, gatewayComplete, addressShippedTo],
  ...[packageMonthsFit, onePackageAPair, sumsFit],
  ...[regionsDiffer, reachBothWays, portsFit],
];
