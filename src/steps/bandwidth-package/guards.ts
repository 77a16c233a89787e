import type { PackageSeen } from "../../api/bandwidth-packages.ts";
import { isStatus } from "../../api/is-status.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { itemKey, itemOf } from "../../keys.ts";
import { cenAreaTitle } from "../../network/cen-areas.ts";
import { say } from "../../text.ts";
import { isoDay, isoMinute } from "../words.ts";
import { spanWords } from "./buy.ts";
import type { Given, PackageItem, Seen } from "./observe.ts";

/** Why nothing is bought now; undefined: nothing stands in the way. */
export function obstacle(seen: Seen, item: PackageItem): Verdict | undefined {
  return hidden(seen) ?? strayed(seen, item);
}

/** Why a package cannot serve; undefined: it can. */
export function unfit(one: PackageSeen, { wanted }: PackageItem, given: Given): Verdict | undefined {
  const [cenId] = one.cenIds;
  if (cenId !== undefined && cenId !== given.cen.id) {
    return guard(
      say`Bandwidth package ${one.id} is on another CEN, ${cenId}`,
      say`Name another one, or leave its id out`,
    );
  }
  if (isSamePair(one.areas, wanted.areas)) return undefined;
  return guard(
    say`Bandwidth package ${one.id} of ${wanted.name} is for ${one.areas.map(cenAreaTitle).join(" ⇄ ")}, and the network file says ${spanWords(wanted)}: a package keeps its areas`,
    say`For another pair, put a package with a name of its own under packages:`,
    say`If this one is no longer needed: sagctl undo --only bandwidth-package/${wanted.name}, before its areas are changed`,
  );
}

/** Never settled by sagctl: which one serves may have been chosen already, and a deletion is nobody's to guess. */
export function twice(things: readonly PackageSeen[], { wanted }: PackageItem): Verdict {
  const [keep = things[0]] = things.filter((one) => isStatus(one.status, "InUse"));
  return guard(
    say`${things.length} bandwidth packages carry the mark of ${wanted.name}: ${listWords(things)}`,
    say`Say which one is to be used: packages: {${wanted.name}: {id: ${keep?.id ?? "cenbwp-…"}}}`,
    say`Delete the other in the console, or ask for its refund in the order centre there; sagctl deletes nothing`,
  );
}

export function listWords(things: readonly PackageSeen[]): string {
  return things.map((one) => `${one.id} (${isoDay(one.createdAt ?? 0)}, ${one.status})`).join(", ");
}

export function unclaimed(things: readonly PackageSeen[], item: PackageItem): Verdict {
  const list = things.map((one) => `${one.id} (${one.name || "unnamed"}, ${one.bandwidthMbps} Mbit/s)`).join(", ");
  return guard(
    say`Nothing is bought beside an idle package of the same pair: ${list}`,
    say`To use it: packages: {${item.wanted.name}: {id: ${things[0]?.id ?? "cenbwp-…"}}}`,
    say`To buy another one all the same: --new`,
  );
}

/** The positive control: a package that the CEN holds and the list hides would be bought a second time. */
function hidden(seen: Seen): Verdict | undefined {
  const unseen = seen.cen?.packageIds.filter((id) => !seen.listed.some((one) => one.id === id)) ?? [];
  if (unseen.length === 0) return undefined;
  return {
    is: "failed",
    kind: "denied",
    because: say`The CEN holds ${unseen.join(", ")}, which the list of bandwidth packages does not show to this key`,
    tryThis: [say`Allow cen:DescribeCenBandwidthPackages on all packages to this key`],
  };
}

/** A package that was renamed in the file leaves its order behind under its old name. */
function strayed({ open }: Seen, { network }: PackageItem): Verdict | undefined {
  if (network.goal.createNew) return undefined;
  const own = new Set(network.packages.map(({ name }) => itemKey("bandwidth-package", name)));
  const stray = open.find((order) => !own.has(order.item));
  if (!stray) return undefined;
  const name = itemOf(stray.item);
  return guard(
    say`Nothing is bought beside the order for ${name} of ${isoMinute(stray.at)} (${stray.mark}), which may still come: the network file names no ${name} any more`,
    say`If the package was renamed, give it its old name back under packages:, or say which one it is: {id: cenbwp-…}`,
    say`To buy another one all the same: --new`,
  );
}
