import type { SimRequest } from "../action.ts";
import { pageOf } from "../paging.ts";
import type { World } from "../world.ts";
import { here, tablesOf } from "./requests.ts";
import { shownOfBoth } from "./shown-vpc.ts";
import type { Vpc } from "./things.ts";
import { vpcAction } from "./vpc-action.ts";

function isWanted({ params }: SimRequest): (vpc: Vpc) => boolean {
  const ids = params.VpcId === undefined ? undefined : String(params.VpcId).split(",");
  return (vpc) =>
    (ids === undefined || ids.includes(vpc.id)) &&
    vpc.name === (params.VpcName ?? vpc.name) &&
    vpc.isDefault === (params.IsDefault ?? vpc.isDefault);
}

function shown(world: World, vpc: Vpc): Record<string, unknown> {
  const tables = tablesOf(world, vpc.id).map((table) => table.id);
  return {
    ...shownOfBoth(world, vpc),
    // The inner key repeats the plural. Source: published SDK model, 2026-08.
    RouterTableIds: { RouterTableIds: tables },
    NatGatewayIds: { NatGatewayIds: [] },
    CenStatus: vpc.cens.some((cen) => cen.status === "Attached") ? "Attached" : "Detached",
  };
}

export const describeVpcs = vpcAction({
  name: "DescribeVpcs",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    VpcId: { type: "string" },
    VpcName: { type: "string" },
    IsDefault: { type: "boolean" },
    DryRun: { type: "boolean" },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence: "SDK model: parameters, fields, several ids by comma, 50 a page. Page: an unknown id gives an empty list.",
  handle(world, request) {
    const wanted = here(world.listed<Vpc>("vpc"), request).filter(isWanted(request));
    const page = pageOf(wanted, request);
    world.call.transitional = page.items.some((vpc) => vpc.status === "Pending");
    return { ...page.echo, Vpcs: { Vpc: page.items.map((vpc) => shown(world, vpc)) } };
  },
});
