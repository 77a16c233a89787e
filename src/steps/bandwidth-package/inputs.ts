import { listPackages } from "../../api/bandwidth-packages.ts";
import { isStatus } from "../../api/is-status.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { Input } from "../../engine/step.ts";
import { cenAreaNames, cenAreaTitle } from "../../network/cen-areas.ts";
import { packageMbps as limits, packageMonths as periods } from "../../network/models.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";
import { monthsWords } from "../words.ts";

export const packageId = placed<string>({
  name: "package-id",
  help: say`the bandwidth package that is there already`,
  at: (item) => ["packages", item, "id"],
  ask: async (look, draft, item) => {
    const all = await look.read(listPackages({ account: draft.hub }));
    const wanted = packageOf(draft, item)?.areas;
    const fitting = all.filter((one) => wanted === undefined || isSamePair(one.areas, wanted));
    return {
      message: say`Which bandwidth package is to be used?`,
      kind: "choose-one",
      choices: fitting.map((one) => ({
        value: one.id,
        columns: [one.name || "unnamed", one.id, `${one.bandwidthMbps} Mbit/s`, one.charge],
        ...(isStatus(one.status, "InUse") && !one.cenIds.includes(draft.cen.id ?? "")
          ? { disabled: say`on another CEN` }
          : {}),
      })),
    };
  },
});

export const areas = placed<readonly string[]>({
  name: "areas",
  help: say`the two areas between which bandwidth is bought: China,North-America`,
  many: true,
  at: (item) => ["packages", item, "areas"],
  ask: async () => ({
    message: say`Between which two areas?`,
    kind: "choose-many",
    choices: cenAreaNames.map((name) => ({ value: name, columns: [name, cenAreaTitle(name)] })),
  }),
});

export const packageMbps = placed<number>({
  name: "package-mbps",
  help: say`bandwidth of the package, in Mbit/s`,
  at: (item) => ["packages", item, "bandwidthMbps"],
  ask: async (_, draft, item) => ({
    message: say`Bandwidth between ${spanOf(draft, item)} in Mbit/s (${limits.min} to ${limits.max})`,
    kind: "number",
    initial: Math.max(limits.min, draft.branches[0]?.gateway.bandwidthMbps ?? 10),
  }),
});

export const charge = placed<BandwidthPackage["charge"]>({
  name: "charge",
  help: say`POSTPAY: pay-as-you-go; PREPAY: a subscription`,
  at: (item) => ["packages", item, "charge"],
  ask: async () => ({
    message: say`How is it paid?`,
    kind: "choose-one",
    choices: [
      { value: "POSTPAY", columns: ["POSTPAY", "pay-as-you-go: ends when it is undone"] },
      { value: "PREPAY", columns: ["PREPAY", "a subscription: cannot be deleted before its end"] },
    ],
    settled: { value: "POSTPAY", because: say`a subscription instead: --charge PREPAY` },
  }),
});

export const packageMonths = placed<number>({
  name: "package-months",
  help: say`how long to subscribe, PREPAY only: ${periods.join(", ")}`,
  at: (item) => ["packages", item, "months"],
  ask: async () => ({
    message: say`For how many months is the package subscribed?`,
    kind: "choose-one",
    choices: periods.map((count) => ({ value: count, columns: [monthsWords(count)] })),
  }),
});

function packageOf(draft: Network, item: string) {
  return draft.packages.find((one) => one.name === item);
}

function spanOf(draft: Network, item: string): string {
  return packageOf(draft, item)?.areas.map(cenAreaTitle).join(" and ") ?? "two areas";
}

export const bandwidthPackageInputs: readonly Input[] = [
  packageId,
  required(areas),
  required(packageMbps),
  required(charge),
  packageMonths,
  cenName,
  cenId,
];
