import { say, type Text } from "../text.ts";
import type { Block } from "./block.ts";
import { findRegion, hasStatus, type KnownRoute } from "./described.ts";
import type {
  DescribedAttachment,
  DescribedPeer,
  DescribedRouter,
  DescribedTable,
  RouterRoute,
} from "./described-backbone.ts";
import { type Range, rangeOf, touches } from "./ipv4.ts";
import { matchRoutes } from "./longest-match.ts";
import { farEnd, peerBlock, peerMend, regionsBlock, regionsOf } from "./peer-proof.ts";
import { blocked, type Finding, isPassed, type OnCen } from "./way.ts";

const look = say`sagctl status --routes`;

/** What becomes of packets that come to an Enterprise Edition router over an attachment: only the table that it is associated with counts. */
export function crossRouter(packets: OnCen, router: DescribedRouter, over: string): readonly Finding[] {
  const place = `${router.id} ${over}`;
  const { goal } = packets;
  if (isPassed(packets, place)) {
    return blocked(say`What is sent to ${goal.cidr} of ${goal.name} goes in circles through ${router.region}.`, look);
  }
  const association = router.associations.find((one) => one.attachment === over);
  const table = router.tables.find((one) => one.id === association?.table);
  if (!association || !table) return blocked(...notAssociated(packets, router, over, "with no route table"));
  if (!hasStatus(association, "Active")) {
    return blocked(...notAssociated(packets, router, over, `not yet (${association.status})`));
  }
  const onward = { ...packets, passed: [...packets.passed, place] };
  const active = table.routes.filter((route) => hasStatus(route, "Active"));
  return matchRoutes(packets.range, active).flatMap(({ range, route }) =>
    route === undefined
      ? noRoute({ ...onward, range }, router, table)
      : takeRoute({ ...onward, range }, router, table, route),
  );
}

function notAssociated(packets: OnCen, router: DescribedRouter, over: string, how: string): [Text, Text] {
  const { backbone, cen, from } = packets;
  const peer = cen.peers.find((one) => one.id === over);
  const attachment = cen.attachments.find((one) => one.id === over);
  const what = peer
    ? `The region connection between ${regionsOf(cen, peer).join(" and ")}`
    : `The attachment ${attachment?.name || over}`;
  const mend = peer ? peerMend(backbone, ...regionsOf(cen, peer)) : say`sagctl route-tables --only ${from}`;
  const where = router.region;
  return [say`${what} is associated ${how} on the transit router in ${where}, which drops what comes over it.`, mend];
}

function takeRoute(
  packets: OnCen,
  router: DescribedRouter,
  table: DescribedTable,
  route: RouterRoute,
): readonly Finding[] {
  const { cen, goal } = packets;
  const attachment = cen.attachments.find((one) => one.id === route.nextHopId);
  const peer = cen.peers.find((one) => one.id === route.nextHopId);
  if (peer) return crossPeer(packets, router, peer);
  const name = attachment?.name || route.nextHopId;
  if (attachment?.vpcId === goal.id) {
    if (hasStatus(attachment, "Attached")) return [];
    return [{ is: "block", block: notReady(attachment, goal.name) }];
  }
  const where = `Route table ${table.name} in ${router.region}`;
  if (name === "") return blocked(say`${where} drops ${route.cidr}: its next hop is a black hole.`, look);
  return blocked(say`${where} sends ${route.cidr} to ${name}, not to ${goal.name} (${goal.cidr}).`, look);
}

function crossPeer(packets: OnCen, router: DescribedRouter, peer: DescribedPeer): readonly Finding[] {
  const { backbone, cen } = packets;
  const block = peerBlock(backbone, cen, peer);
  const far = farEnd(cen, peer, router);
  if (block) return [{ is: "block", block }];
  if (!far) return blocked(say`${peer.name || peer.id} leads out of this CEN.`, look);
  return far.edition === "Basic" ? crossBasic(packets, far) : crossRouter(packets, far, peer.id);
}

/** Why a table does not know the goal: not attached, not connected, not propagated, or refused. */
function noRoute(packets: OnCen, router: DescribedRouter, table: DescribedTable): readonly Finding[] {
  const { backbone, cen, goal, range } = packets;
  const missing = whyUnknown(packets, router.region);
  if (missing) return [{ is: "block", block: missing }];
  const refused = refusedIn(table.routes, range);
  const where = `Route table ${table.name} in ${router.region}`;
  if (refused) {
    return blocked(say`${where} does not use the route to ${refused.cidr} (${refused.status}): it clashes.`, look);
  }
  const isHere =
    goal.region === router.region || cen.attachments.some((one) => one.routerId === router.id && one.vpcId === goal.id);
  const mend = isHere ? say`sagctl route-tables --only ${goal.name}` : peerMend(backbone, router.region, goal.region);
  return blocked(say`${where} knows no route to ${goal.cidr} of ${goal.name}.`, mend);
}

function refusedIn<R extends { readonly cidr: string; readonly status: string }>(routes: readonly R[], range: Range) {
  return routes.find((route) => {
    const its = rangeOf(route.cidr);
    return !hasStatus(route, "Active") && its !== undefined && touches(its, range);
  });
}

function whyUnknown({ backbone, cen, goal }: OnCen, region: string): Block | undefined {
  const isChild = cen.attached.some((one) => one.id === goal.id && hasStatus(one, "Attached"));
  if (!isChild && !cen.attachments.some((one) => one.vpcId === goal.id)) return notAttached(goal);
  return regionsBlock(backbone, cen, region, goal.region);
}

/** The block that the want of an attachment is; a CCN's is a binding. */
export function notAttached({ id, name }: { readonly id: string; readonly name: string }): Block {
  if (id.startsWith("ccn-")) return { what: say`The CCN ${id} is not bound to the CEN.`, mend: say`sagctl cen-bind` };
  return { what: say`The VPC ${id} of ${name} is not attached to the CEN.`, mend: say`sagctl attach --only ${name}` };
}

/** An attachment that is being made, changed or taken away. */
export function notReady({ id, name, status }: DescribedAttachment, of: string): Block {
  return {
    what: say`The attachment ${name || id} of ${of} is not ready (${status}).`,
    mend: say`sagctl attach --only ${of}`,
  };
}

/** What becomes of packets in a region with a Basic Edition router: it has no tables, and knows what all regions announce. */
export function crossBasic(packets: OnCen, router: DescribedRouter): readonly Finding[] {
  const { cen } = packets;
  const known = findRegion(cen, router.region)?.routes ?? [];
  const active = known.filter((route) => hasStatus(route, "Active"));
  return matchRoutes(packets.range, active).flatMap(({ range, route }) =>
    route === undefined
      ? unknownToBasic({ ...packets, range }, router, known)
      : leaveBasic({ ...packets, range }, router, route),
  );
}

function unknownToBasic(packets: OnCen, router: DescribedRouter, known: readonly KnownRoute[]): readonly Finding[] {
  const { backbone, cen, goal, range } = packets;
  const missing = whyUnknown(packets, router.region);
  if (missing && !missing.letsProbesPass) return [{ is: "block", block: missing }];
  const refused = refusedIn(known, range);
  if (refused) {
    const why = "it clashes with another, or a route map stops it";
    return blocked(
      say`${router.region} does not use the route to ${refused.cidr} of ${goal.name} (${refused.status}): ${why}.`,
      look,
    );
  }
  const isBasic = cen.routers.some((one) => one.region === goal.region && one.edition === "Basic");
  const mend = isBasic ? look : peerMend(backbone, router.region, goal.region);
  return blocked(say`${router.region} knows no route to ${goal.cidr} of ${goal.name}.`, mend);
}

/**
 * On to the region that announced the route. What a Basic router shows as the next hop of a route that it learnt from an
 * Enterprise one is written nowhere: the region of the goal is enough.
 */
function leaveBasic(packets: OnCen, router: DescribedRouter, route: KnownRoute): readonly Finding[] {
  const { backbone, cen, goal } = packets;
  const far = cen.routers.find((one) => one.region === goal.region);
  const peer = cen.peers.find(({ routerIds }) => [router.id, far?.id ?? ""].every((id) => routerIds.includes(id)));
  const isRight = route.nextHopId === goal.id || (peer !== undefined && route.nextHopRegion === goal.region);
  if (!isRight) {
    const leads = `${route.nextHopType} ${route.nextHopId} in ${route.nextHopRegion}`;
    return blocked(
      say`In ${router.region}, ${route.cidr} leads to ${leads}, not to ${goal.name} (${goal.cidr}).`,
      look,
    );
  }
  const block = regionsBlock(backbone, cen, router.region, goal.region);
  const found: readonly Finding[] = block ? [{ is: "block", block }] : [];
  if (block && !block.letsProbesPass) return found;
  if (far?.edition === "Enterprise" && peer) return crossRouter(packets, far, peer.id);
  return found;
}
