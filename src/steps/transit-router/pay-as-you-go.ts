import { listPackages } from "../../api/bandwidth-packages.ts";
import type { Look } from "../../engine/step.ts";
import { itemKey } from "../../keys.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { pick } from "../bandwidth-package/pick.ts";

/** The packages of the file that are still to be bought, and as pay-as-you-go. */
export async function readPayAsYouGo(look: Look, network: Network, cen: string): Promise<readonly BandwidthPackage[]> {
  const wanted = network.packages.filter((one) => one.charge === "POSTPAY" && one.id === undefined);
  if (wanted.length === 0) return [];
  const listed = await look.read(listPackages({ account: network.hub }));
  return wanted.filter((one) => {
    const { marker, answer } = look.of(itemKey("bandwidth-package", one.name));
    const id = answer("buy")?.CenBandwidthPackageId;
    const { is } = pick(listed, one, { cen, marker, answered: typeof id === "string" ? id : undefined });
    return is === "none" || is === "candidates";
  });
}

// Where routers are of Enterprise Edition, packages are sold by subscription: the current page of the action lists PREPAY only.
// No call tells before the purchase whether POSTPAY is sold.
export function payAsYouGoNotes(packages: readonly BandwidthPackage[]): readonly Text[] {
  return packages.map(
    ({ name }) =>
      say`packages.${name} is pay-as-you-go (POSTPAY), which may not be sold any more where transit routers are of Enterprise Edition; no call tells before the purchase, and what is bought before it stays bought if it is refused. A subscription is sold: charge: PREPAY and months: 1`,
  );
}

/** The same where the file must be changed anyway. */
export function chargeLines(packages: readonly BandwidthPackage[]): readonly Text[] {
  return packages.map(
    ({ name }) =>
      say`Change packages.${name} to charge: PREPAY and months: 1 where pay-as-you-go packages are not sold any more`,
  );
}
