import { say } from "../text.ts";
import type { Block } from "./block.ts";
import type { Described, DescribedDestination, KnownRoute } from "./described.ts";
import { findRegion, hasStatus } from "./described.ts";
import { type Range, rangeOf, touches } from "./ipv4.ts";
import { matchRoutes } from "./longest-match.ts";

/** A block of addresses and the instance that it must lead to. */
interface Goal {
  readonly cidr: string;
  readonly owner: string;
  readonly nextHopId: string;
}

const look = say`sagctl status --routes`;

/**
 * The branch's routes in the two regions at the ends of the path, and the destination's in every region described: one
 * that lacks them says that the CEN does not hang together. Over all destinations that is every route in every region.
 */
export function routeBlock(described: Described, to: DescribedDestination): Block | undefined {
  const ends = [described.branch.ccn.region, to.region];
  const everywhere = described.regions.map(({ id }) => id);
  return (
    firstBlock(described, ends, [...destinationGoals(to), ...branchGoals(described)]) ??
    firstBlock(described, everywhere, destinationGoals(to))
  );
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
  const active = routes.filter((route) => hasStatus(route, "Active"));
  for (const { route } of matchRoutes(range, active)) {
    if (route === undefined) return unknownBlock(region, routes, goal, range);
    if (route.nextHopId !== goal.nextHopId) return strayBlock(region, route, goal);
  }
  return undefined;
}

function unknownBlock(region: string, routes: readonly KnownRoute[], goal: Goal, range: Range): Block {
  const isRefused = (route: KnownRoute) => {
    const its = rangeOf(route.cidr);
    return !hasStatus(route, "Active") && route.nextHopId === goal.nextHopId && its && touches(its, range);
  };
  const refused = routes.find(isRefused);
  const what = refused
    ? say`${region} does not use the route to ${refused.cidr} of ${goal.owner} (${refused.status}): it clashes with another, or a route map stops it.`
    : say`${region} knows no route to ${goal.cidr} of ${goal.owner}.`;
  return { what, mend: look };
}

function strayBlock(region: string, route: KnownRoute, goal: Goal): Block {
  return {
    what: say`In ${region}, ${route.cidr} leads to ${route.nextHopType} ${route.nextHopId} in ${route.nextHopRegion}, not to ${goal.owner} (${goal.cidr}).`,
    mend: look,
  };
}
