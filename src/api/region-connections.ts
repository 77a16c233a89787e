import type { Read, Write } from "./call.ts";
import { cbnCall as call, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedList } from "./paging.ts";
import { type ConnectionSeen, connectionSeen } from "./seen/region-connections-seen.ts";

export type { ConnectionSeen };

/** Basic Edition's connections of a CEN. */
export function listConnections(of: OfCen): Read<readonly ConnectionSeen[]> {
  const first = call("DescribeCenInterRegionBandwidthLimits", of, { CenId: of.cen, PageNumber: 1, PageSize: 50 });
  return numberedList(first, ["CenInterRegionBandwidthLimits", "CenInterRegionBandwidthLimit"], connectionSeen);
}

/** Basic Edition: how much of a package two regions get, in Mbit/s. */
export interface SetConnection extends OfCen {
  /** Two regions of the CEN; a CCN's is `ccn-cn-shanghai`. */
  readonly between: readonly [string, string];
  /** 0 removes the connection. */
  readonly bandwidthMbps: number;
}

/** Makes, changes or removes the connection of a pair. */
export function setConnection(of: SetConnection): Write {
  const [LocalRegionId, OppositeRegionId] = of.between;
  const params = { CenId: of.cen, LocalRegionId, OppositeRegionId, BandwidthLimit: of.bandwidthMbps };
  return makeWrite(call("SetCenInterRegionBandwidthLimit", of, params));
}
