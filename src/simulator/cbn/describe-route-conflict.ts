import { Refusal, type SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { asLists } from "../read-lag.ts";
import { readChildName } from "./child.ts";
import { conflictsWith, shownConflict } from "./child-conflicts.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { ChildAttachment } from "./things.ts";

/** Which other instances' prefixes clash with those of an attached one. */
export const describeRouteConflict: SimAction = {
  product: "Cbn",
  name: "DescribeRouteConflict",
  kind: "read",
  permission: "cen:DescribeRouteConflict",
  parameters: {
    ChildInstanceId: { type: "string", required: true },
    ChildInstanceType: { type: "string", required: true },
    ChildInstanceRegionId: { type: "string", required: true },
    ChildInstanceRouteTableId: { type: "string", required: true },
    DestinationCidrBlock: { type: "string" },
    ...pagingParameters,
  },
  evidence: "metadata and sample; the route table is not looked at, only the system one is on a CEN: 2019 manual",
  handle(world, request) {
    const name = readChildName(request);
    const isIt = (one: ChildAttachment) => one.childId === name.id && one.childType === name.type;
    const attachment = world
      .all<ChildAttachment>("cen-attachment")
      .filter(isIt)
      .find((one) => one.uid === request.uid);
    if (attachment?.childRegionId !== name.regionId) {
      throw new Refusal(404, "ParameterInstanceId", "The specified instance is not attached to a CEN.");
    }
    const destination = request.params.DestinationCidrBlock;
    const found = conflictsWith(
      asLists(world),
      attachment,
      destination === undefined ? undefined : String(destination),
    );
    const { items: page, echo } = pageOf(found, request);
    return { RouteConflicts: { RouteConflict: page.map(shownConflict) }, ...echo };
  },
};
