import { findVpc } from "./requests.ts";
import { shownOfBoth } from "./shown-vpc.ts";
import type { Vpc } from "./things.ts";
import { vpcAction } from "./vpc-action.ts";

function shownCen(cen: Vpc["cens"][number]): Record<string, unknown> {
  return { CenId: cen.cenId, CenOwnerId: Number(cen.cenUid), CenStatus: cen.status };
}

export const describeVpcAttribute = vpcAction({
  name: "DescribeVpcAttribute",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    VpcId: { type: "string", required: true },
    IsDefault: { type: "boolean" },
    DryRun: { type: "boolean" },
  },
  evidence: "SDK model: flat answer, fields, no route table id. Page: InvalidVpcId.NotFound.",
  handle(world, request) {
    const vpc = findVpc(world, request, request.params.VpcId);
    world.call.transitional = vpc.status === "Pending" || vpc.cens.some((cen) => cen.status !== "Attached");
    return { ...shownOfBoth(world, vpc), AssociatedCens: { AssociatedCen: vpc.cens.map(shownCen) } };
  },
});
