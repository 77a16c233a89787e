import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { cenAreaOf } from "../../network/cen-areas.ts";
import { transferMbps } from "../../network/models.ts";
import { say } from "../../text.ts";
import { type ConnectionItem, words } from "./item.ts";

/** More than data transfer carries: said before anything is sent, since the service says so only after what comes before is paid for. */
export function tooFast(item: ConnectionItem, mbps: number): Verdict | undefined {
  const mainlandEnds = item.between.filter((region) => cenAreaOf(region) === "China").length;
  const most = [undefined, transferMbps.acrossTheBorder, transferMbps.mainland][mainlandEnds];
  if (most === undefined || mbps <= most) return undefined;
  const where = mainlandEnds === 2 ? "within Mainland China" : "across the border of Mainland China";
  return guard(
    say`${words(item)} asks for ${mbps} Mbit/s, but by data transfer a connection ${where} has at most ${most}`,
    say`Write bandwidthMbps: ${most} there, or leave paidBy: data-transfer out and name a package for its areas`,
    say`With a higher quota (Quota Center) make the connection in the CEN console: sagctl takes it as it is`,
  );
}
