import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { asLists } from "../read-lag.ts";
import type { World } from "../world.ts";
import { text } from "./fields.ts";
import { ownCen, routerIn } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import { type CenRoute, routesOf } from "./routes.ts";
import type { Cen, RouterRoute } from "./things.ts";
import { routesLearntByBasicRouter } from "./transit-router-routes.ts";

/** What one region of a CEN knows the way to. */
export const describeCenRegionDomainRouteEntries: SimAction = {
  product: "Cbn",
  name: "DescribeCenRegionDomainRouteEntries",
  kind: "read",
  permission: "cen:DescribeCenRegionDomainRouteEntries",
  parameters: {
    CenId: { type: "string", required: true },
    CenRegionId: { type: "string", required: true },
    Status: { type: "string", oneOf: ["Active", "Candidate", "Rejected", "Prohibited", "All"] },
    ...pagingParameters,
  },
  evidence:
    "metadata; statuses, Active as default: API page; a region that is not in the CEN is an empty list: assumption",
  handle(world, request) {
    const cen = ownCen(world, request.uid, text(request, "CenId"));
    const status = text(request, "Status") || "Active";
    const rows = rowsOf(asLists(world), cen, text(request, "CenRegionId"));
    const wanted = status === "All" ? rows : rows.filter((one) => one.status === status);
    const { items: page, echo } = pageOf(wanted, request, 500);
    return { CenRouteEntries: { CenRouteEntry: page.map(shown) }, ...echo };
  },
};

interface Row {
  readonly destination: string;
  readonly hop: { readonly id: string; readonly type: string; readonly regionId: string };
  readonly type: "System" | "CEN";
  readonly status: string;
}

/** What Basic routers tell each other, then what this one hears from Enterprise routers. */
function rowsOf(world: World, cen: Cen, regionId: string): Row[] {
  const router = routerIn(world, cen.id, regionId);
  const heard = router?.edition === "Basic" ? routesLearntByBasicRouter(world, router) : [];
  return [...routesOf(world, cen.id, regionId).map(basicRow), ...heard.flatMap(heardRow)];
}

function basicRow({ from, destination, isLocal, status }: CenRoute): Row {
  const hop = { id: from.childId, type: from.childType, regionId: from.childRegionId };
  return { destination, hop, type: isLocal && from.childType === "VPC" ? "System" : "CEN", status };
}

function heardRow({ origin, destination, status }: RouterRoute): Row[] {
  return origin ? [{ destination, hop: origin, type: "CEN", status }] : [];
}

function shown({ destination, hop, type, status }: Row): Record<string, unknown> {
  return {
    DestinationCidrBlock: destination,
    NextHopInstanceId: hop.id,
    NextHopType: hop.type,
    NextHopRegionId: hop.regionId,
    Type: type,
    Status: status,
    ToOtherRegionStatus: status === "Active" ? "Active" : "Prohibited",
    Preference: 50,
    AsPaths: { AsPath: [] },
    Communities: { Community: [] },
    CenRouteMapRecords: { CenRouteMapRecord: [] },
    CenOutRouteMapRecords: { CenOutRouteMapRecord: [] },
  };
}
