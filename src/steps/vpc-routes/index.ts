import { isLater } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import { listVpcs } from "../../api/vpc.ts";
import { createVpcRoute, deleteVpcRoute, listVpcRoutes, type VpcRouteSeen } from "../../api/vpc-routes.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import { isPrivate } from "../../network/addresses.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { noSuchVpc } from "../attach/clashes.ts";
import { readHubUid } from "../grant/hub-uid.ts";
import { undoneAtTheirs, unseenAtTheirs } from "../other-account.ts";
import { ownerLine } from "../owner-line.ts";
import { type AttachFacts, attachRef } from "../refs.ts";
import { vpcTableKey } from "../route-tables/vpc-table.ts";
import { readUndoLine } from "../undo-line.ts";
import { vpcRoutesInputs } from "./inputs.ts";
import { ipv6Notes } from "./ipv6.ts";
import { judgeUntold, leadsToAny } from "./untold.ts";
import { ROUTES_A_TABLE, readTable, type TableReading, type TableSeen, wantedCidrs } from "./wanted.ts";

interface RoutesItem extends Item {
  readonly network: Network;
  readonly vpc: Vpc;
  readonly wanted: readonly string[];
  readonly needs: { readonly attach: Ref<AttachFacts> };
}

type Given = FactsOf<RoutesItem["needs"]>;

interface Seen {
  /** Whether this run holds the key of the VPC's owner. */
  readonly isReadable: boolean;
  readonly isVpcMissing: boolean;
  /** Where it is not readable: the account id of the CEN's owner, which the VPC's owner has to know. */
  readonly hubUid: string | undefined;
  /** What the VPC's owner types for the undo. */
  readonly undoLine: string;
  /** Whether this run holds the key of the CEN's owner, and so knows whether there is an attachment. */
  readonly isAttachmentReadable: boolean;
  /** "" where IPv6 is not enabled. */
  readonly ipv6Cidr: string;
  readonly tables: readonly TableSeen[];
  /** `table cidr` of the routes that lead to the attachment and are sagctl's. */
  readonly ours: ReadonlySet<string>;
}

/** In all route tables of a VPC, the way to its attachment. Basic Edition teaches the VPC by itself. */
export const vpcRoutes = step<RoutesItem, Seen, unknown>({
  name: "vpc-routes",
  title: "VPC routes set",
  inputs: vpcRoutesInputs,
  items: (network) => network.vpcs.map((vpc) => itemOf(network, vpc)),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

function itemOf(network: Network, vpc: Vpc): RoutesItem {
  return {
    key: itemKey("vpc-routes", vpc.name),
    needs: { attach: attachRef(vpc) },
    standsOn: [attachRef(vpc).key],
    // A VPC that still sends to an attachment without association or propagation loses what it sends.
    goesBefore: [vpcTableKey(vpc)],
    copesWithout: [attachRef(vpc).key],
    accounts: [...new Set([vpc.account, network.hub])],
    network,
    vpc,
    wanted: wantedCidrs(network, vpc),
  };
}

const seenOfNone = {
  ...{ isVpcMissing: false, hubUid: undefined, undoLine: "", ipv6Cidr: "", tables: [] },
  ours: new Set<string>(),
};

async function observe(look: Look, { vpc, network }: RoutesItem, given: Given): Promise<Seen> {
  const { account, region, id } = vpc;
  const isReadable = look.holds(account);
  const nothing = { ...seenOfNone, isReadable, isAttachmentReadable: look.holds(network.hub) };
  if (given.attach.edition === "Basic") return nothing;
  if (!isReadable) {
    const [hubUid, undoLine] = await Promise.all([readHubUid(look, network), readUndoLine(look, network, vpc)]);
    return { ...nothing, hubUid, undoLine };
  }
  // Which route tables a VPC has does not change while a run lasts.
  const vpcs = await look.read(listVpcs({ account, region }), () => true);
  const seen = vpcs.find((one) => one.id === id);
  if (!seen) return { ...nothing, isVpcMissing: true };
  const tables = await Promise.all(
    seen.routeTableIds.map(async (table) => ({
      id: table,
      routes: await look.readUntil(listVpcRoutes({ account, region, table }), areAvailable),
    })),
  );
  const isOurs = (table: TableSeen, route: VpcRouteSeen) =>
    isMarked(route, look.marker) || look.wrote(slotOf(table.id, route.cidr));
  const ours = tables.flatMap((table) =>
    table.routes.filter((route) => isOurs(table, route)).map((route) => slotOf(table.id, route.cidr)),
  );
  return { ...nothing, ipv6Cidr: seen.ipv6Cidr, tables, ours: new Set(ours) };
}

/** Nothing among them is under way. */
function areAvailable(routes: readonly VpcRouteSeen[]): boolean {
  return routes.every((route) => isStatus(route.status, "Available"));
}

function slotOf(table: string, cidr: string): string {
  return `route-${table}-${cidr}`;
}

function judge(seen: Seen, item: RoutesItem, given: Given): Verdict {
  const { vpc, wanted } = item;
  const { attachment = "", edition } = given.attach;
  if (edition === "Basic")
    return notNeeded(say`${vpc.region} has Basic Edition: ${vpc.name} learns its routes from the CEN`);
  if (!seen.isReadable) return unseenAtTheirs(vpc.account, unreadable(item), theirLine(seen, item, attachment));
  if (seen.isVpcMissing) return noSuchVpc(vpc);
  const isUntold = !seen.isAttachmentReadable && isLater(attachment);
  const leadsThere = isUntold ? leadsToAny : ({ nextHopId }: VpcRouteSeen) => nextHopId === attachment;
  const readings = seen.tables.map((table) => ({ table: table.id, ...readTable(table, wanted, leadsThere) }));
  const refusal = readings.map((reading) => takenElsewhere(reading, item) ?? full(reading, item)).find(Boolean);
  if (refusal) return refusal;
  if (isUntold) return judgeUntold(seen.tables, item.network.hub, vpc, wanted);
  const changes = readings.flatMap(({ table, missing }) => missing.map((cidr) => write(table, cidr, item, attachment)));
  const [moving] = readings.flatMap((reading) => reading.moving);
  if (moving) {
    return settling(
      say`route ${moving.cidr} of ${vpc.name} to be Available (now ${moving.status})`,
      6000,
      locks(vpc),
      changes,
    );
  }
  const [first, ...then] = changes;
  const standing = readings.flatMap((reading) => reading.standing);
  const notes = ipv6Notes(vpc, seen.ipv6Cidr, seen.tables, attachment);
  if (!first) return done(say`${vpc.name}: ${[...new Set(standing)].join(", ")}`, ...notes);
  return { is: "changes", now: [first], then, ...(notes.length === 0 ? {} : { notes }) };
}

/** Route tables are their owner's alone: which calls the CEN's owner may make on them is uncertain. */
function unreadable({ vpc }: RoutesItem): Text {
  return say`not readable from here: the route tables of ${vpc.name}`;
}

function theirLine({ hubUid }: Seen, { network, vpc, wanted }: RoutesItem, attachment: string): string {
  const offices = wanted.filter((cidr) => !isPrivate(cidr));
  return ownerLine("vpc-routes", network, vpc, {
    "cen-owner": hubUid,
    "to-attachment": isLater(attachment) ? "tr-attach-…" : attachment,
    cidr: offices.length === 0 ? undefined : offices.join(","),
  });
}

interface Reading extends TableReading {
  readonly table: string;
}

/** An equal route with another next hop is somebody's decision: it is kept, and nothing of the plan is sent. */
function takenElsewhere({ table, elsewhere }: Reading, { vpc }: RoutesItem): Verdict | undefined {
  if (elsewhere.length === 0) return undefined;
  const routes = elsewhere.map(({ cidr, nextHopType, nextHopId }) => `${cidr} to ${nextHopType} ${nextHopId}`.trim());
  return guard(
    say`Route table ${table} of ${vpc.name} has routes that lead elsewhere: ${routes.join(", ")}`,
    say`They are kept. If the transit router is to have that traffic, delete them in the VPC console and run again`,
    say`If only part of it is to go their way, replace them by narrower routes: the longer prefix wins`,
  );
}

function full({ table, missing, customCount }: Reading, { vpc }: RoutesItem): Verdict | undefined {
  if (missing.length === 0 || customCount + missing.length <= ROUTES_A_TABLE) return undefined;
  return guard(
    say`Route table ${table} of ${vpc.name} has ${customCount} of ${ROUTES_A_TABLE} custom routes, and ${missing.length} more are needed: ${missing.join(", ")}`,
    say`Delete routes that nobody needs in the VPC console, or ask for a higher quota there, then run again`,
  );
}

function write(table: string, cidr: string, { vpc }: RoutesItem, attachment: string): Change {
  const { name, account, region, id } = vpc;
  const summary = say`${name}: route ${cidr} to its attachment, in ${table}`;
  const call = createVpcRoute({ account, region, vpc: id, table, cidr, attachment });
  return { slot: slotOf(table, cidr), summary, write: call, risk: "none" };
}

function locks(vpc: Vpc): readonly string[] {
  return [`vpc:${vpc.id}`];
}

function undo(seen: Seen, item: RoutesItem, given: Given): Verdict {
  const { vpc } = item;
  const { attachment = "", edition } = given.attach;
  if (edition === "Basic") return notNeeded(say`${vpc.name} has no routes of sagctl`);
  if (!seen.isReadable) {
    if (isLater(attachment)) return notNeeded(say`${vpc.name} is not attached, so that no route leads there`);
    return undoneAtTheirs(vpc.account, unreadable(item), seen.undoLine);
  }
  const standing = routesToAttachment(seen, item, attachment);
  const staying = standing.filter((route) => isOurs(seen, route) && !isStatus(route.status, "Deleting"));
  const removals = staying.map((route) => remove(route, item));
  const moving = standing.find((route) => !isStatus(route.status, "Available"));
  if (moving) return settling(say`route ${moving.cidr} of ${vpc.name} to be gone`, 6000, locks(vpc), removals);
  const [first, ...then] = removals;
  if (first) return takeAway(true, say`routes of ${vpc.name}`, first, ...then);
  const [found, ...more] = standing.map((route) => remove(route, item));
  if (!found) return notNeeded(say`${vpc.name} has no routes to its attachment`);
  return takeAway(false, say`${vpc.name} had routes to its attachment before sagctl`, found, ...more);
}

type Standing = VpcRouteSeen & { readonly table: string };

/** The VPC's owner may not know which attachment it is: then our mark tells, and any other that leads to one may be it. */
function routesToAttachment(seen: Seen, { wanted }: RoutesItem, attachment: string): readonly Standing[] {
  const mayBeIt = (route: Standing) =>
    leadsToAny(route) && (isOurs(seen, route) || (!seen.isAttachmentReadable && wanted.includes(route.cidr)));
  const isIt = (route: Standing) => (isLater(attachment) ? mayBeIt(route) : route.nextHopId === attachment);
  return seen.tables.flatMap(({ id, routes }) => routes.map((route) => ({ ...route, table: id })).filter(isIt));
}

function isOurs({ ours }: Seen, { table, cidr }: Standing): boolean {
  return ours.has(slotOf(table, cidr));
}

function remove({ cidr, table, nextHopId }: Standing, { vpc }: RoutesItem): Change {
  const { name, account, region, id } = vpc;
  const summary = say`${name}: delete route ${cidr} to its attachment, in ${table}`;
  const call = deleteVpcRoute({ account, region, vpc: id, table, cidr, attachment: nextHopId });
  return { slot: `delete-${table}-${cidr}`, summary, write: call, risk: "none" };
}
