import { Refusal, type SimAction } from "../action.ts";
import { areas } from "./areas.ts";
import { text } from "./fields.ts";
import { pageOf, pagingParameters } from "./paging.ts";

/** The regions of an area. */
export const describeGeographicRegionMembership: SimAction = {
  product: "Cbn",
  name: "DescribeGeographicRegionMembership",
  kind: "read",
  // Source: API page: no authorisation needed.
  permission: "",
  parameters: { GeographicRegionId: { type: "string", required: true }, ...pagingParameters },
  evidence:
    "metadata; both spellings of an area: 2019 sample; code for an unknown area: assumption; CCN regions left out: sample",
  handle(_world, request) {
    const asked = text(request, "GeographicRegionId").toLowerCase();
    const area = areas.find((one) => one.id.toLowerCase() === asked);
    if (!area) throw new Refusal(400, "InvalidParameter", "The geographic region does not exist.");
    const { page, counts } = pageOf(request, area.regions);
    return { RegionIds: { RegionId: page.map((RegionId) => ({ RegionId })) }, ...counts };
  },
};
