import { Refusal, type SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { areas } from "./areas.ts";
import { text } from "./fields.ts";
import { pagingParameters } from "./paging-parameters.ts";

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
    const { items: page, echo } = pageOf(area.regions, request);
    return { RegionIds: { RegionId: page.map((RegionId) => ({ RegionId })) }, ...echo };
  },
};
