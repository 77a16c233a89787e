import { MARKER, type Read, TOKEN, type Write } from "./call.ts";
import { cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedThings } from "./paging.ts";
import { flagAt, wordsAt } from "./reply-fields.ts";
import { type TransitRouterSeen, transitRouterSeen } from "./seen/transit-routers-seen.ts";

export type { TransitRouterSeen };

/** Whether the account has opened the transit router service, without which no Enterprise Edition call works. */
export function readRouterService(of: OfAccount): Read<boolean> {
  return {
    call: call("CheckTransitRouterService", of),
    // Text in the SDK's model, a boolean to the Terraform provider.
    take: ([reply = {}]) => flagAt(reply, "Enabled") ?? false,
    none: false,
  };
}

/** Once and free of charge. */
export function openRouterService(of: OfAccount): Write {
  return makeWrite(call("OpenTransitRouterService", of), [`router-service:${of.account}`]);
}

/** All routers of the CEN, of either edition. */
export function listTransitRouters(of: OfCen): Read<readonly TransitRouterSeen[]> {
  const first = call("ListTransitRouters", of, { CenId: of.cen, PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["TransitRouters"], transitRouterSeen);
}

/** Zones in which a region offers Enterprise Edition; none means that it offers Basic Edition. */
export function readTransitRouterZones(of: OfAccount & { readonly region: string }): Read<readonly string[]> {
  return {
    call: call("ListTransitRouterAvailableResource", of, { RegionId: of.region }),
    take: ([reply]) => wordsAt(reply ?? {}, "AvailableZones"),
    none: [],
  };
}

/** An Enterprise Edition router comes with its System route table; a CEN has one router a region. */
export function createTransitRouter(of: OfCen & { readonly region: string; readonly name: string }): Write {
  return makeWrite(
    call("CreateTransitRouter", of, {
      CenId: of.cen,
      RegionId: of.region,
      TransitRouterName: of.name,
      TransitRouterDescription: MARKER,
      ClientToken: TOKEN,
    }),
  );
}

/** Only once nothing is connected to it, and its Custom route tables are gone. */
export function deleteTransitRouter(of: OfCen & { readonly router: string }): Write {
  const params = { TransitRouterId: of.router, ClientToken: TOKEN };
  return makeWrite(call("DeleteTransitRouter", of, params), [`cen:${of.cen}`]);
}
