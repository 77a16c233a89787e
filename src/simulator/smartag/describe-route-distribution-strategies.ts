import { anyOverlap } from "../cidr.ts";
import { pageOf } from "../paging.ts";
import { asLists } from "../read-lag.ts";
import type { Vpc, VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { findGateway } from "./find-gateway.ts";
import { refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Ccn, Gateway } from "./things.ts";

interface Route {
  cidr: string;
  source: string;
  conflict?: string;
}

/** The VPCs on the CEN of the gateway's CCN. */
function neighbours(world: World, gateway: Gateway): Vpc[] {
  const cenId = gateway.ccnId === undefined ? undefined : world.find<Ccn>("ccn", gateway.ccnId)?.cenId;
  const isOnCen = (vpc: Vpc) => vpc.cens.some((one) => one.cenId === cenId && one.status === "Attached");
  return cenId === undefined ? [] : world.all<Vpc>("vpc").filter(isOnCen);
}

function localRoutes(world: World, gateway: Gateway): Route[] {
  const vpcs = neighbours(world, gateway);
  return gateway.cidrs.map((cidr) => {
    const clash = vpcs.find((vpc) => anyOverlap([cidr], [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]));
    return { cidr, source: "STATIC", ...(clash && { conflict: clash.id }) };
  });
}

function cloudRoutes(world: World, gateway: Gateway): Route[] {
  const ids = neighbours(world, gateway).map((vpc) => vpc.id);
  const vSwitches = world.all<VSwitch>("vswitch").filter((one) => ids.includes(one.vpcId));
  return vSwitches.map((one) => ({ cidr: one.cidrBlock, source: one.vpcId }));
}

function shown(gateway: Gateway, sourceType: string, route: Route): Record<string, unknown> {
  return {
    SmartAGId: gateway.id,
    DestCidrBlock: route.cidr,
    RouteSource: route.source,
    SourceType: sourceType,
    Status: "normal",
    RouteDistribution: "publish",
    StrategyPublishStatus: gateway.ccnId === undefined ? "not_publish" : "published",
    IsConflict: route.conflict !== undefined,
    ConflictInfo: route.conflict ?? "",
    HcInstanceId: "",
    CreateTime: gateway.createdAt,
  };
}

export const describeRouteDistributionStrategies = smartagAction({
  name: "DescribeRouteDistributionStrategies",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    SmartAGId: { type: "string", required: true },
    SourceType: { type: "string", required: true },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence:
    "SDK model: fields; RouteSource STATIC for the gateway's own prefixes. Page: RD.InvalidSourceType. Assumption: published " +
    "once bound; in conflict when a VPC on the same CEN overlaps; cloud routes are its vSwitches, on either edition.",
  handle(world, request) {
    findGateway(world, request, "SAG.InstanceNoFound");
    const listed = asLists(world);
    const gateway = findGateway(listed, request, "SAG.InstanceNoFound");
    const sourceType = String(request.params.SourceType);
    if (sourceType !== "local" && sourceType !== "cloud") throw refusal("RD.InvalidSourceType");
    const routes = sourceType === "local" ? localRoutes(listed, gateway) : cloudRoutes(listed, gateway);
    const page = pageOf(routes, request);
    return { ...page.echo, Strategies: { Strategy: page.items.map((route) => shown(gateway, sourceType, route)) } };
  },
});
