import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { text } from "./fields.ts";
import { ownCen } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import { type CenRoute, routesOf } from "./routes.ts";

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
    const routes = routesOf(world, cen.id, text(request, "CenRegionId"));
    const wanted = status === "All" ? routes : routes.filter((one) => one.status === status);
    const { items: page, echo } = pageOf(wanted, request, 500);
    return { CenRouteEntries: { CenRouteEntry: page.map(shown) }, ...echo };
  },
};

function shown(route: CenRoute): Record<string, unknown> {
  return {
    DestinationCidrBlock: route.destination,
    NextHopInstanceId: route.from.childId,
    NextHopType: route.from.childType,
    NextHopRegionId: route.from.childRegionId,
    Type: route.isLocal && route.from.childType === "VPC" ? "System" : "CEN",
    Status: route.status,
    ToOtherRegionStatus: route.status === "Active" ? "Active" : "Prohibited",
    Preference: 50,
    AsPaths: { AsPath: [] },
    Communities: { Community: [] },
    CenRouteMapRecords: { CenRouteMapRecord: [] },
    CenOutRouteMapRecords: { CenOutRouteMapRecord: [] },
  };
}
