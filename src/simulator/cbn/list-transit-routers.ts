import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { ownCen } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { TransitRouter } from "./things.ts";
import { cbnTime } from "./times.ts";
import { hasTags, isWanted } from "./wanted.ts";
import { tagParameter } from "./write-parameters.ts";

/** Each region's transit router; its Type is the edition that everything else follows. */
export const listTransitRouters: SimAction = {
  product: "Cbn",
  name: "ListTransitRouters",
  kind: "read",
  permission: "cen:ListTransitRouters",
  parameters: {
    CenId: { type: "string" },
    RegionId: { type: "string" },
    TransitRouterId: { type: "string" },
    TransitRouterName: { type: "string" },
    Type: { type: "string", oneOf: ["Enterprise", "Basic"] },
    Status: { type: "string" },
    Tag: tagParameter,
    ...pagingParameters,
  },
  evidence: "metadata; ParameterCenInstanceId for an unknown CEN: Terraform provider",
  handle(world, request) {
    const { CenId: cenId } = request.params;
    if (cenId !== undefined) ownCen(world, request.uid, String(cenId));
    const own = world.listed<TransitRouter>("transit-router").filter((one) => one.uid === request.uid);
    const fits = isWanted<TransitRouter>(request, {
      CenId: (one) => one.cenId,
      RegionId: (one) => one.regionId,
      TransitRouterId: (one) => one.id,
      TransitRouterName: (one) => one.name,
      Type: (one) => one.edition,
      Status: (one) => one.status,
    });
    const fitting = own.filter((one) => fits(one) && hasTags(request, one.tags));
    const { items: page, echo } = pageOf(fitting, request);
    world.call.transitional = page.some((one) => one.status !== "Active");
    return { TransitRouters: page.map(shown), ...echo };
  },
};

function shown(router: TransitRouter): Record<string, unknown> {
  return {
    TransitRouterId: router.id,
    CenId: router.cenId,
    AliUid: Number(router.uid),
    RegionId: router.regionId,
    Type: router.edition,
    Status: router.status,
    TransitRouterName: router.name,
    TransitRouterDescription: router.description,
    SupportMulticast: false,
    CreationTime: cbnTime(router.createdAt),
    Tags: router.tags,
    TransitRouterCidrList: [],
  };
}
