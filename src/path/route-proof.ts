import { say } from "../text.ts";
import type { Block } from "./block.ts";
import type { Described, DescribedDestination, KnownRoute } from "./described.ts";
import { findRegion } from "./described.ts";
import { covers, cutBy, type Range, rangeOf, touches } from "./ipv4.ts";

/** A block of addresses and the instance that it must lead to. */
interface Goal {
  readonly cidr: string;
  readonly owner: string;
  readonly nextHopId: string;
}

const look = say`sagctl status --routes`;

/** Routes of the branch and of one destination, in the two regions at the ends of the path. */
export function routeBlock(described: Described, to: DescribedDestination): Block | undefined {
  const goals = [...destinationGoals(to), ...branchGoals(described)];
  return firstBlock(described, [described.branch.ccn.region, to.region], goals);
}

/** Routes of the branch and of every destination, in every region of the network: none may be missing anywhere. */
export function routesBlock(described: Described): Block | undefined {
  const goals = [...described.destinations.flatMap(destinationGoals), ...branchGoals(described)];
  const regions = [described.branch.ccn.region, ...described.destinations.map((to) => to.region)];
  return firstBlock(described, [...new Set(regions)], goals);
}

function destinationGoals(to: DescribedDestination): Goal[] {
  return to.cidrs.map((cidr) => ({ cidr, owner: to.name, nextHopId: to.vpcId }));
}

function branchGoals({ branch }: Described): Goal[] {
  return branch.cidrs.map((cidr) => ({ cidr, owner: branch.name, nextHopId: branch.ccn.id }));
}

function firstBlock(described: Described, regions: readonly string[], goals: readonly Goal[]): Block | undefined {
  for (const region of regions) {
    const routes = findRegion(described, region)?.routes ?? [];
    for (const goal of goals) {
      const block = goalBlock(region, routes, goal);
      if (block) return block;
    }
  }
  return undefined;
}

function goalBlock(region: string, routes: readonly KnownRoute[], goal: Goal): Block | undefined {
  const range = rangeOf(goal.cidr);
  if (range === undefined) return { what: say`${goal.cidr} of ${goal.owner} is no IPv4 block.`, mend: look };
  const active = routes.filter((route) => route.status === "Active").flatMap(withRange);
  const pieces = cutBy(
    range,
    active.map((route) => route.range),
  );
  for (const piece of pieces) {
    const winner = longestMatch(active, piece);
    if (winner === undefined) return unknownBlock(region, routes, goal, range);
    if (winner.route.nextHopId !== goal.nextHopId) return strayBlock(region, winner.route, goal);
  }
  return undefined;
}

interface RangedRoute {
  readonly route: KnownRoute;
  readonly range: Range;
}

function withRange(route: KnownRoute): RangedRoute[] {
  const range = rangeOf(route.cidr);
  return range === undefined ? [] : [{ route, range }];
}

/** The narrowest route that covers a piece. */
function longestMatch(routes: readonly RangedRoute[], piece: Range): RangedRoute | undefined {
  const size = ({ range }: RangedRoute) => range.last - range.first;
  return routes.filter(({ range }) => covers(range, piece)).sort((a, b) => size(a) - size(b))[0];
}

function unknownBlock(region: string, routes: readonly KnownRoute[], goal: Goal, range: Range): Block {
  const refused = routes
    .filter((route) => route.status !== "Active" && route.nextHopId === goal.nextHopId)
    .flatMap(withRange)
    .find((route) => touches(route.range, range));
  const what = refused
    ? say`${region} does not use the route to ${refused.route.cidr} of ${goal.owner} (${refused.route.status}): it clashes with another, or a route map stops it.`
    : say`${region} knows no route to ${goal.cidr} of ${goal.owner}.`;
  return { what, mend: look };
}

function strayBlock(region: string, route: KnownRoute, goal: Goal): Block {
  return {
    what: say`In ${region}, ${route.cidr} leads to ${route.nextHopType} ${route.nextHopId} in ${route.nextHopRegion}, not to ${goal.owner} (${goal.cidr}).`,
    mend: look,
  };
}
