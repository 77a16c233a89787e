import { Refusal, type SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import { here } from "./requests.ts";
import { shownVSwitch } from "./shown-vswitch.ts";
import type { VSwitch } from "./things.ts";
import { vpcAction } from "./vpc-action.ts";

function isWanted({ params }: SimRequest): (one: VSwitch) => boolean {
  return (one) =>
    one.vpcId === (params.VpcId ?? one.vpcId) &&
    one.id === (params.VSwitchId ?? one.id) &&
    one.name === (params.VSwitchName ?? one.name) &&
    one.zoneId === (params.ZoneId ?? one.zoneId) &&
    one.routeTableId === (params.RouteTableId ?? one.routeTableId);
}

export const describeVSwitches = vpcAction({
  name: "DescribeVSwitches",
  kind: "read",
  parameters: {
    RegionId: { type: "string" },
    VpcId: { type: "string" },
    VSwitchId: { type: "string" },
    VSwitchName: { type: "string" },
    ZoneId: { type: "string" },
    RouteTableId: { type: "string" },
    DryRun: { type: "boolean" },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence: "SDK model: parameters, fields, 50 a page. Page: RegionId or VpcId is needed.",
  handle(world, request) {
    if (request.params.RegionId === undefined && request.params.VpcId === undefined) {
      throw new Refusal(400, "MissingParameter", "RegionId or VpcId is needed.");
    }
    const wanted = here(world.listed<VSwitch>("vswitch"), request).filter(isWanted(request));
    const page = pageOf(wanted, request);
    world.call.transitional = page.items.some((one) => one.status === "Pending");
    return { ...page.echo, VSwitches: { VSwitch: page.items.map((one) => shownVSwitch(world, one)) } };
  },
});
