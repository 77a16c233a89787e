import type { PackageSeen } from "../../api/bandwidth-packages.ts";
import { isStatus } from "../../api/is-status.ts";
import { isSamePair } from "../../api/same-pair.ts";
import type { BandwidthPackage } from "../../network/network.ts";
import { isMarked } from "../adoption.ts";

export type Pick =
  | { readonly is: "one"; readonly thing: PackageSeen }
  | { readonly is: "missing"; readonly id: string }
  /** Two or more with our mark: two machines have bought at once. */
  | { readonly is: "several"; readonly things: readonly PackageSeen[] }
  /** Idle ones of the pair that nobody has claimed. */
  | { readonly is: "candidates"; readonly things: readonly PackageSeen[] }
  | { readonly is: "none" };

/** The package to use: by id, by diary or mark, else the one of the pair that is on this CEN already. */
export function pick(
  listed: readonly PackageSeen[],
  wanted: BandwidthPackage,
  by: { readonly cen: string; readonly answered: string | undefined; readonly marker: string },
): Pick {
  if (wanted.id !== undefined) return named(listed, wanted.id);
  const ofPair = listed.filter((one) => isSamePair(one.areas, wanted.areas));
  const marked = ofPair.filter((one) => isMarked(one, by.marker));
  if (marked.length > 1) return { is: "several", things: marked };
  const thing =
    listed.find((one) => one.id === by.answered) ?? marked[0] ?? ofPair.find((one) => one.cenIds.includes(by.cen));
  if (thing) return { is: "one", thing };
  const idle = ofPair.filter((one) => isStatus(one.status, "Idle"));
  return idle.length > 0 ? { is: "candidates", things: idle } : { is: "none" };
}

function named(listed: readonly PackageSeen[], id: string): Pick {
  const thing = listed.find((one) => one.id === id);
  return thing ? { is: "one", thing } : { is: "missing", id };
}
