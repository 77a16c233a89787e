import { listChildren } from "../../api/cen-children.ts";
import type { RegionRoute } from "../../api/cens.ts";
import { type GatewaySeen, listGateways, setStaticRoutes } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { listVpcs } from "../../api/vpc.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { done, guard, notNeeded } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Branch, Network } from "../../network/network.ts";
import { type Clash, describeClash, findClashes, type Occupied, offerBlocks } from "../../network/preflight.ts";
import { say, type Text } from "../../text.ts";
import { always, isAnyAttached, readCenRoutes } from "../attach/cen-routes.ts";
import { type CenFacts, cenRef, type GatewayFacts, gatewayRef } from "../refs.ts";
import { staticRoutesInputs } from "./inputs.ts";
import { leftoversInTheWay } from "./leftovers.ts";
import { occupiedBy } from "./occupied.ts";
import { clashesOfOthers, isStanding, standingWords } from "./standing-clashes.ts";

interface RoutesItem extends Item {
  readonly branch: Branch;
  readonly network: Network;
  readonly needs: { readonly gateway: Ref<GatewayFacts>; readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<RoutesItem["needs"]>;

interface Seen {
  readonly gateway: GatewaySeen | undefined;
  readonly occupied: readonly Occupied[];
  /** Of a region of the CEN: what is on it already. */
  readonly routes: readonly RegionRoute[];
}

/** The branch's CIDR blocks on the gateway: one call that replaces the whole list. */
export const staticRoutes = step<RoutesItem, Seen, unknown>({
  name: "static-routes",
  title: "Static routes set",
  inputs: staticRoutesInputs,
  items: (network) =>
    network.branches.map((branch) => ({
      key: itemKey("static-routes", branch.name),
      needs: { gateway: gatewayRef(branch), cen: cenRef(network) },
      after: [itemKey("activate", branch.name)],
      branch,
      network,
    })),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

async function observe(look: Look, item: RoutesItem, given: Given): Promise<Seen> {
  const { network, branch } = item;
  const gateways = await look.read(listGateways({ account: branch.account, area: branch.area }));
  const gateway = gateways.find((one) => one.id === given.gateway.id);
  const vpcs = await Promise.all(
    network.vpcs.map(({ account, region }) => look.read(listVpcs({ account, region }), always)),
  );
  const { id: cen } = given.cen;
  const children = await look.read(listChildren({ account: network.hub, cen }), isAnyAttached);
  const routes = await readCenRoutes(look, network, cen, children);
  const others = gateways.filter((one) => one.id !== given.gateway.id);
  return { gateway, occupied: occupiedBy(network, vpcs.flat(), others, routes), routes };
}

function judge(seen: Seen, item: RoutesItem, given: Given): Verdict {
  const { gateway } = seen;
  const { branch, network } = item;
  if (branch.cidrs.length === 0) return notNeeded(say`no CIDR block of ${branch.name} is named`);
  const clashes = findClashes(
    [{ name: branch.name, cidrs: branch.cidrs, where: branch.cidrsAt ?? "--cidr" }],
    seen.occupied,
  );
  const standing = clashes.filter((one) => isStanding(one, gateway, seen.routes));
  const coming = clashes.filter((one) => !standing.includes(one));
  if (coming[0] && !network.goal.allowOverlap) return clash(coming[0], coming, item, seen.occupied);
  if (gateway && isStatus(gateway.routingStrategy, "dynamic")) {
    return guard(
      say`${gateway.id} learns its routes by OSPF or BGP; setting static routes would switch that off`,
      say`Switch it to static routing in the console first`,
    );
  }
  const wanted = wantedList(gateway, item);
  const now = gateway?.cidrs ?? [];
  const notes = [...standing.map(standingWords), ...clashesOfOthers(seen.routes)];
  if (gateway && wanted.join() === now.join()) return judgeDone(now, branch, notes);
  const inTheWay = gateway && leftoversInTheWay(gateway, branch, wanted);
  if (inTheWay) return inTheWay;
  const { account, area } = branch;
  const write = setStaticRoutes({ account, area, id: given.gateway.id, cidrs: wanted });
  const summary = say`set static routes ${wanted.join(", ")} (now ${now.join(", ") || "none"})`;
  return { is: "changes", now: [{ slot: "set", summary, write, risk: "none", rereads: true }], notes };
}

/** What is there keeps its order, since the first block feeds the device's DHCP; what is missing comes behind. */
function wantedList(gateway: GatewaySeen | undefined, item: RoutesItem): readonly string[] {
  const { branch, network } = item;
  const now = gateway?.cidrs ?? [];
  const kept = network.goal.replaceRoutes ? now.filter((cidr) => branch.cidrs.includes(cidr)) : now;
  return [...kept, ...missing(gateway, branch)];
}

function missing(gateway: GatewaySeen | undefined, branch: Branch): readonly string[] {
  return branch.cidrs.filter((cidr) => !gateway?.cidrs.includes(cidr));
}

function judgeDone(now: readonly string[], branch: Branch, notes: readonly Text[]): Verdict {
  const extra = now.filter((cidr) => !branch.cidrs.includes(cidr));
  if (extra.length === 0) return done(say`${now.join(", ")}`, ...notes);
  return done(
    say`${branch.cidrs.join(", ")}; also ${extra.join(", ")}, which the file does not name (--replace removes it)`,
    ...notes,
  );
}

function clash(first: Clash, all: readonly Clash[], item: RoutesItem, occupied: readonly Occupied[]): Verdict {
  const taken = [...occupied.map((one) => one.cidr), ...item.network.branches.flatMap((one) => one.cidrs)];
  const more = all.slice(1).map(describeClash);
  return guard(
    describeClash(first),
    ...more,
    offerBlocks(first, taken),
    say`Or list only the prefixes in use at the branch; --allow-overlap for who knows better`,
  );
}

function undo(seen: Seen, item: RoutesItem): Verdict {
  const standing = seen.gateway?.cidrs.filter((cidr) => item.branch.cidrs.includes(cidr)) ?? [];
  if (standing.length === 0) return notNeeded(say`no static routes of ours are set`);
  return { is: "stays", because: say`static routes ${standing.join(", ")}: the service cannot empty the list` };
}
