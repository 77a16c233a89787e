import { Refusal } from "../action.ts";
import { here } from "./requests.ts";
import { shownVSwitch } from "./shown-vswitch.ts";
import type { VSwitch } from "./things.ts";
import { vpcAction } from "./vpc-action.ts";

export const describeVSwitchAttributes = vpcAction({
  name: "DescribeVSwitchAttributes",
  kind: "read",
  parameters: {
    VSwitchId: { type: "string", required: true },
    RegionId: { type: "string" },
    DryRun: { type: "boolean" },
  },
  evidence: "SDK model: flat answer. Terraform provider: InvalidVSwitchId.NotFound.",
  handle(world, request) {
    const vSwitch = world.find<VSwitch>("vswitch", String(request.params.VSwitchId));
    const [found] = vSwitch === undefined ? [] : here([vSwitch], request);
    if (found === undefined) throw new Refusal(404, "InvalidVSwitchId.NotFound", "Specified vSwitch does not exist.");
    world.call.transitional = found.status === "Pending";
    return shownVSwitch(world, found);
  },
});
