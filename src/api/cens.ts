import { MARKER, type Read, TOKEN, type Write } from "./call.ts";
import { cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedList, numberedThings } from "./paging.ts";
import { type CenSeen, cenSeen, type RegionRoute, regionRoute } from "./seen/cens-seen.ts";

export type { CenSeen, RegionRoute };

/** All CENs of the account. */
export function listCens(of: OfAccount): Read<readonly CenSeen[]> {
  return numberedThings(call("DescribeCens", of, { PageNumber: 1, PageSize: 50 }), ["Cens", "Cen"], cenSeen);
}

/** Free of charge; the mark in the description is how it is known for ours. */
export function createCen(of: OfAccount & { readonly name: string }): Write {
  return makeWrite(call("CreateCen", of, { Name: of.name, Description: MARKER, ClientToken: TOKEN }));
}

/** Only once nothing is on it. */
export function deleteCen(of: OfCen): Write {
  return makeWrite(call("DeleteCen", of, { CenId: of.cen }));
}

/** Routes of every status: a rejected one says why a path is missing; the service's default shows Active ones only. */
export function listRegionRoutes(of: OfCen & { readonly region: string }): Read<readonly RegionRoute[]> {
  const params = { CenId: of.cen, CenRegionId: of.region, Status: "All", PageNumber: 1, PageSize: 500 };
  const first = call("DescribeCenRegionDomainRouteEntries", of, params);
  return numberedList(first, ["CenRouteEntries", "CenRouteEntry"], regionRoute);
}
