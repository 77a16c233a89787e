import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import { listPeerAttachments } from "../../api/peer-attachments.ts";
import { createTransitRouter, deleteTransitRouter, type TransitRouterSeen } from "../../api/transit-routers.ts";
import { listVpcAttachments } from "../../api/vpc-attachments.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { done, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { always } from "../attach/cen-routes.ts";
import { editionOf } from "../attach/edition.ts";
import { type CenFacts, cenRef, type RouterFacts, routerRef } from "../refs.ts";
import { connectionBetween } from "../region-connection/item.ts";
import { moreThanBasic, unconnectedCcn } from "./ccn-connection.ts";
import { transitRouterInputs } from "./inputs.ts";
import { payAsYouGoNotes, readPayAsYouGo } from "./pay-as-you-go.ts";
import { readRouters, readZones, regionsOf } from "./routers.ts";
import { serviceKey } from "./service.ts";

interface RouterItem extends Item {
  readonly network: Network;
  readonly region: string;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<RouterItem["needs"]>;

interface Seen {
  readonly here: TransitRouterSeen | undefined;
  readonly edition: RouterFacts["edition"];
  readonly made: boolean;
  /** What others have connected to a router of ours. */
  readonly strangers: number;
  /** Packages to be bought that may be refused where there is Enterprise Edition. */
  readonly payAsYouGo: readonly BandwidthPackage[];
}

/** The transit router of one region. A Basic Edition one comes and goes with its networks, and is nobody's to make. */
export const regionRouter = step<RouterItem, Seen, RouterFacts>({
  name: "transit-router",
  title: "Transit routers found",
  inputs: transitRouterInputs,
  items: (network) =>
    regionsOf(network).map((region) => ({
      key: routerRef(region).key,
      needs: { cen: cenRef(network) },
      after: [serviceKey(network, network.hub)],
      standsOn: [cenRef(network).key],
      network,
      region,
    })),
  observe,
  facts: (item, seen) => ({
    edition: seen?.edition ?? "Enterprise",
    id: seen?.here?.id ?? later(item.key, "id"),
  }),
  judge,
  undo,
});

async function observe(look: Look, item: RouterItem, given: Given): Promise<Seen> {
  const { network, region } = item;
  const nothing = { here: undefined, made: false, strangers: 0, payAsYouGo: [] };
  const routers = await readRouters(look, network, given.cen.id);
  const here = routers.find((one) => one.region === region);
  if (!here) {
    const zones = await readZones(look, network, region);
    if (zones.length === 0) return { ...nothing, edition: "Basic" };
    return { ...nothing, edition: "Enterprise", payAsYouGo: await readPayAsYouGo(look, network, given.cen.id) };
  }
  if (editionOf(routers, region) !== "Enterprise") return { ...nothing, here, edition: "Basic" };
  const made = look.wrote("create") || isMarked(here, look.marker);
  const [payAsYouGo, strangers] = await Promise.all([
    readPayAsYouGo(look, network, given.cen.id),
    made ? strangersOn(look, item, given) : 0,
  ]);
  return { here, edition: "Enterprise", made, strangers, payAsYouGo };
}

/** Looked for only on a router that sagctl may take away again. */
async function strangersOn(look: Look, { network, region }: RouterItem, given: Given): Promise<number> {
  const of = { account: network.hub, cen: given.cen.id, region };
  const [vpcs, peers] = await Promise.all([
    look.readUntil(listVpcAttachments(of), always),
    look.readUntil(listPeerAttachments(of), always),
  ]);
  const strangeVpcs = vpcs.filter((one) => !network.vpcs.some((vpc) => vpc.id === one.vpc));
  // Of this file are those that it names: another one between its regions is not taken away with it.
  const strangePeers = peers.filter((one) => connectionBetween([one.region, one.peerRegion], network) === undefined);
  return strangeVpcs.length + strangePeers.length;
}

function judge(seen: Seen, item: RouterItem, given: Given): Verdict {
  const { region, network } = item;
  const { here } = seen;
  if (seen.edition === "Basic") {
    return notNeeded(say`${region} has Basic Edition: its transit router comes with the first VPC`);
  }
  const missing = unconnectedCcn(network, region, seen.payAsYouGo);
  if (missing) return missing;
  const notes = payAsYouGoNotes(seen.payAsYouGo);
  if (!here) return create(item, given, [...moreThanBasic(network, region), ...notes]);
  if (isStatus(here.status, "Active")) return done(say`${region}  ${here.id}`, ...notes);
  return settling(say`the transit router in ${region} to be Active (now ${here.status})`, 30_000, locksOf(here));
}

function create({ network, region }: RouterItem, given: Given, notes: readonly Text[]): Verdict {
  const order = { account: network.hub, cen: given.cen.id, region, name: network.name };
  const summary = say`make an Enterprise Edition transit router in ${region}`;
  const one = { slot: "create", summary, write: createTransitRouter(order), risk: "none" } as const;
  return { is: "changes", now: [one], ...(notes.length === 0 ? {} : { notes }) };
}

function undo(seen: Seen, { network, region }: RouterItem): Verdict {
  const { here, strangers } = seen;
  if (!here || seen.edition === "Basic") return notNeeded(say`there is no transit router of ours in ${region}`);
  if (isStatus(here.status, "Deleting")) {
    return settling(say`the transit router in ${region} to be gone`, 30_000, locksOf(here));
  }
  if (strangers > 0) {
    return {
      is: "stays",
      because: say`${strangers} connections of others are on ${here.id}, the transit router in ${region}`,
    };
  }
  const write = deleteTransitRouter({ account: network.hub, cen: here.cen, router: here.id });
  const summary = say`delete the transit router ${here.id} in ${region}`;
  const removal = { slot: "delete", summary, write, risk: "destroys" } as const;
  return takeAway(seen.made, say`the transit router ${here.id} was there before sagctl`, removal);
}

function locksOf({ cen, id }: TransitRouterSeen): string[] {
  return [`cen:${cen}`, `tr:${id}`];
}
