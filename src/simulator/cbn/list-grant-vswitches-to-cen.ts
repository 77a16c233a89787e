import { pageOf } from "../paging.ts";
import type { Vpc, VSwitch } from "../vpc/things.ts";
import { cbnAction } from "./cbn-action.ts";
import { text } from "./fields.ts";
import { mayUse } from "./grants.ts";
import { ownCen } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import { isWanted } from "./wanted.ts";

/** The vSwitches of a VPC that the CEN may attach, without prefixes and free addresses. */
export const listGrantVSwitchesToCen = cbnAction({
  name: "ListGrantVSwitchesToCen",
  kind: "read",
  parameters: {
    CenId: { type: "string", required: true },
    RegionId: { type: "string", required: true },
    VpcId: { type: "string", required: true },
    ZoneId: { type: "string" },
    ...pagingParameters,
  },
  evidence: "metadata; a VPC that is not granted is an empty list: assumption",
  handle(world, request) {
    const cen = ownCen(world, request.uid, text(request, "CenId"));
    const vpc = world.find<Vpc>("vpc", text(request, "VpcId"));
    const isOpen = vpc !== undefined && vpc.region === request.params.RegionId && mayUse(world, cen, vpc);
    const its = isOpen ? world.listed<VSwitch>("vswitch").filter((one) => one.vpcId === vpc.id) : [];
    const fits = isWanted<VSwitch>(request, { ZoneId: (one) => one.zoneId });
    const { items, echo } = pageOf(its.filter(fits), request);
    const shown = (one: VSwitch) => ({
      VSwitchId: one.id,
      VSwitchName: one.name,
      VpcId: one.vpcId,
      ZoneId: one.zoneId,
    });
    return { VSwitches: items.map(shown), ...echo };
  },
});
