import { isStatus } from "../../api/is-status.ts";
import {
  associate,
  disablePropagation,
  dissociate,
  enablePropagation,
  replaceAssociation,
  type TablePair,
} from "../../api/router-tables.ts";
import { step } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { behind, change, done, notNeeded, takeAway } from "../../engine/verdicts.ts";
import { type ItemKey, itemKey } from "../../keys.ts";
import { type IsolationTable, isConnected, isolationIn, tableOf } from "../../network/isolation.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { attachRef, cenRef, routerRef, tableRef } from "../refs.ts";
import { routeTablesInputs } from "./inputs.ts";
import { waysTo } from "./parted.ts";
import { atWork, oneTable, titleOfTable } from "./tables.ts";
import { type Given, isStill, observeVpcTable, type VpcTableItem, type VpcTableSeen } from "./vpc-table-seen.ts";

/** The table in which packets from a VPC are looked up, and whether the default one learns its routes. */
export const vpcTable = step<VpcTableItem, VpcTableSeen, unknown>({
  name: "route-tables",
  title: "Route tables set",
  inputs: routeTablesInputs,
  items: (network) => network.vpcs.map((vpc) => itemOf(network, vpc)),
  observe: observeVpcTable,
  facts: () => ({}),
  judge,
  undo,
});

export function vpcTableKey(vpc: Pick<Vpc, "name">): ItemKey {
  return itemKey("route-tables", vpc.name);
}

function itemOf(network: Network, vpc: Vpc): VpcTableItem {
  const tables = isolationIn(network, vpc.region);
  const apart = tableOf(network, vpc);
  const refs = tables.map((table) => [`table ${table.name}`, tableRef(vpc.region, table.name)] as const);
  const standsOn = apart ? [tableRef(vpc.region, apart.name).key] : [];
  return {
    key: vpcTableKey(vpc),
    needs: { cen: cenRef(network), router: routerRef(vpc.region), attach: attachRef(vpc), ...Object.fromEntries(refs) },
    after: apart ? widerThan(apart, tables) : [],
    standsOn: [attachRef(vpc).key, ...standsOn],
    // Their owner may be another account: whether they are gone the service says when the VPC is to be detached.
    copesWithout: [itemKey("vpc-routes", vpc.name)],
    network,
    vpc,
    isTaught: apart === undefined || isConnected(network, vpc.region),
    ...(apart ? { apart: apart.name } : {}),
  };
}

/** The hub moves before its spokes: whoever may exchange with more goes first. */
function widerThan(own: IsolationTable, tables: readonly IsolationTable[]): readonly ItemKey[] {
  const wider = tables.filter((table) => table.learnsFrom.length > own.learnsFrom.length);
  return wider.flatMap((table) => table.members.map((name) => vpcTableKey({ name })));
}

function judge(seen: VpcTableSeen, item: VpcTableItem, given: Given): Verdict {
  const { vpc } = item;
  if (seen.isBasic) return oneTable(vpc.region, item.apart !== undefined);
  const changes = changesFor(seen, item, given);
  if (!isStill(seen.association) || !isStill(seen.propagation))
    return atWork(`the route tables for ${vpc.name}`, given.router.id, changes);
  const [first, ...then] = changes;
  return first
    ? behind(seen.awaited, change(first, ...then))
    : done(say`${vpc.name}: ${titleOf(seen.wanted, seen, item)}`);
}

function changesFor(seen: VpcTableSeen, item: VpcTableItem, given: Given): readonly Change[] {
  const { vpc } = item;
  const { association, propagation } = seen;
  const isComing = propagation !== undefined && !isStatus(propagation.status, "Disabling");
  const own = given.attach.attachment ?? "";
  const lessons = item.isTaught && !isComing ? [teach(vpc.name, own, seen, item, given)] : [];
  if (!association || isStatus(association.status, "Dissociating")) return [join(seen, item, given), ...lessons];
  if (association.table === seen.wanted) return lessons;
  return [...others(seen, item, given), ...lessons, move(association.table, seen, item, given)];
}

/** Back to the default table from one of its own: those that it would lose meanwhile are taught first. */
function others(seen: VpcTableSeen, item: VpcTableItem, given: Given): readonly Change[] {
  const { vpcs } = item.network;
  return seen.cutOff.flatMap(({ attachment, resource }) => {
    const name = vpcs.find((vpc) => vpc.id === resource)?.name;
    return name === undefined ? [] : [teach(name, attachment, seen, item, given)];
  });
}

function teach(name: string, attachment: string, seen: VpcTableSeen, item: VpcTableItem, given: Given): Change {
  const write = enablePropagation({ ...pairOf(seen.home, item, given), attachment });
  const summary = say`${titleOf(seen.home, seen, item)}: learn the routes of ${name}`;
  return { slot: `enable-${name}`, summary, write, risk: "none" };
}

function join(seen: VpcTableSeen, item: VpcTableItem, given: Given): Change {
  const summary = say`${item.vpc.name}: look up routes in the ${titleOf(seen.wanted, seen, item)}`;
  return { slot: "associate", summary, write: associate(pairOf(seen.wanted, item, given)), risk: "none" };
}

/** Others in the old table are not reached any more, or VPCs of the file part: that is not sagctl's to decide. */
function move(from: string, seen: VpcTableSeen, item: VpcTableItem, given: Given): Change {
  const { name } = item.vpc;
  const write = replaceAssociation(pairOf(seen.wanted, item, given));
  const [was, is] = [titleOf(from, seen, item), titleOf(seen.wanted, seen, item)];
  const slot = `move-from-${from}`;
  const { strangers, parted } = seen;
  const cuts = parted.length === 0 ? "" : `, which removes the ${waysTo(name, parted)}`;
  if (strangers > 0) {
    const summary = say`${name}: from the ${was}, where ${strangers} connections of others are, to the ${is}${cuts}`;
    return { slot, summary, write, risk: "shared" };
  }
  if (parted.length === 0) return { slot, summary: say`${name}: from the ${was} to the ${is}`, write, risk: "none" };
  const summary = say`remove the ${waysTo(name, parted)}: ${name} moves from the ${was} to the ${is}`;
  return { slot, summary, write, risk: "destroys" };
}

function pairOf(table: string, { network }: VpcTableItem, given: Given): TablePair {
  return { account: network.hub, router: given.router.id, table, attachment: given.attach.attachment ?? "" };
}

/** `default route table`, `route table shared-service-vpc1`; one that is still to be made has its name already. */
function titleOf(id: string, { home, wanted, tables }: VpcTableSeen, { network, apart }: VpcTableItem): string {
  if (id === home) return "default route table";
  if (id === wanted && apart !== undefined) return `route table ${titleOfTable(network, apart)}`;
  return `route table ${tables.find((table) => table.id === id)?.name || id}`;
}

function undo(seen: VpcTableSeen, item: VpcTableItem, given: Given): Verdict {
  const { name } = item.vpc;
  const { association, propagation, made } = seen;
  if (!association && !propagation) return notNeeded(say`${name} is in no route table`);
  const forgets = propagation && !isStatus(propagation.status, "Disabling") ? [forget(seen, item, given)] : [];
  const stays = association?.table === seen.wanted && !isStatus(association.status, "Dissociating");
  const leaves = stays ? [leave(association.table, seen, item, given)] : [];
  const back = wayBack(seen, item, given);
  const ours = [...(made.propagation ? forgets : []), ...(made.association ? leaves : back)];
  if (!isStill(association) || !isStill(propagation))
    return atWork(`the route tables for ${name}`, given.router.id, ours);
  const [first, ...then] = ours;
  if (first) return takeAway(true, say`the routes of ${name}`, first, ...then);
  // Back in the default table it stands on no table of sagctl's any more.
  const isBack = item.apart !== undefined && leaves.length === 0;
  const [found, ...more] = [...forgets, ...leaves];
  if (!found || isBack) return notNeeded(say`${name} is where it was before sagctl`);
  return takeAway(false, say`${name} was in the ${titleOf(seen.wanted, seen, item)} before sagctl`, found, ...more);
}

function forget(seen: VpcTableSeen, item: VpcTableItem, given: Given): Change {
  const summary = say`${titleOf(seen.home, seen, item)}: forget the routes of ${item.vpc.name}`;
  const write = disablePropagation(pairOf(seen.home, item, given));
  return { slot: `disable-${item.vpc.name}`, summary, write, risk: "none" };
}

function leave(table: string, seen: VpcTableSeen, item: VpcTableItem, given: Given): Change {
  const summary = say`${item.vpc.name}: leave the ${titleOf(table, seen, item)}`;
  return { slot: "dissociate", summary, write: dissociate(pairOf(table, item, given)), risk: "none" };
}

/** Where it was before sagctl moved it. */
function wayBack(seen: VpcTableSeen, item: VpcTableItem, given: Given): readonly Change[] {
  const { association, movedFrom } = seen;
  if (!association || movedFrom === undefined || association.table !== seen.wanted) return [];
  const summary = say`${item.vpc.name}: look up routes in the ${titleOf(movedFrom, seen, item)} again`;
  const write = replaceAssociation(pairOf(movedFrom, item, given));
  return [{ slot: "move-back", summary, write, risk: "none" }];
}
