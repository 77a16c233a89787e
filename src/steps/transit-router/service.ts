import { openRouterService, readRouterService } from "../../api/transit-routers.ts";
import { listVpcAttachments } from "../../api/vpc-attachments.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, done, notNeeded } from "../../engine/verdicts.ts";
import { type AccountName, type ItemKey, itemKey } from "../../keys.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { attachRef, type CenFacts, cenRef } from "../refs.ts";
import { transitRouterInputs } from "./inputs.ts";
import { readRouters, readZones, regionsOf } from "./routers.ts";

interface ServiceItem extends Item {
  readonly network: Network;
  readonly account: AccountName;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<ServiceItem["needs"]>;

interface Seen {
  readonly service: "open" | "closed" | "unreadable" | "not needed";
  readonly made: boolean;
}

/** Without it no Enterprise Edition call works: the CEN's owner needs it, and whoever pays for an attachment. */
export const routerService = step<ServiceItem, Seen, unknown>({
  name: "transit-router",
  title: "Transit routers found",
  inputs: transitRouterInputs,
  items: (network) =>
    [network.hub, ...payersOf(network)].map((account) => ({
      key: serviceKey(network, account),
      needs: { cen: cenRef(network) },
      copesWithout: network.vpcs.map((vpc) => attachRef(vpc).key),
      accounts: [...new Set([account, network.hub])],
      network,
      account,
    })),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

/** `transit-router/service`; of another account that pays for its attachments `transit-router/service-shop`. */
export function serviceKey(network: Network, account: AccountName): ItemKey {
  return itemKey("transit-router", account === network.hub ? "service" : `service-${account}`);
}

/** The accounts that pay for the attachments of their own VPCs to the hub's CEN. */
function payersOf({ hub, vpcs }: Network): readonly AccountName[] {
  const theirs = vpcs.filter((vpc) => vpc.account !== hub && vpc.payer === "resource-owner");
  return [...new Set(theirs.map((vpc) => vpc.account))];
}

async function observe(look: Look, item: ServiceItem, given: Given): Promise<Seen> {
  const { account, network } = item;
  const made = look.wrote("open");
  if (look.holds(network.hub) && (await isInUse(look, item, given))) return { service: "not needed", made };
  if (!look.holds(account)) return { service: "unreadable", made };
  const isOpen = await look.read(readRouterService({ account }), (open) => open);
  return { service: isOpen ? "open" : "closed", made };
}

function isInUse(look: Look, item: ServiceItem, given: Given): Promise<boolean> {
  return item.account === item.network.hub ? hasRouters(look, item, given) : paysAlready(look, item, given);
}

/** A router of Enterprise Edition that is there shows that the service is open; one of Basic Edition does without it. */
async function hasRouters(look: Look, { network }: ServiceItem, given: Given): Promise<boolean> {
  const routers = await readRouters(look, network, given.cen.id);
  const lacking = regionsOf(network).filter((region) => !routers.some((one) => one.region === region));
  const offered = await Promise.all(lacking.map((region) => readZones(look, network, region)));
  return offered.every((zones) => zones.length === 0);
}

/** An attachment that they pay for shows it too. */
async function paysAlready(look: Look, { network, account }: ServiceItem, given: Given): Promise<boolean> {
  const theirs = network.vpcs.filter((vpc) => vpc.account === account && vpc.payer === "resource-owner");
  const paid = theirs.map(async ({ id, region }) => {
    const attachments = await look.read(listVpcAttachments({ account: network.hub, cen: given.cen.id, region }));
    return attachments.some((one) => one.vpc === id && one.payer === "resource-owner");
  });
  return (await Promise.all(paid)).every((isPaid) => isPaid);
}

function judge({ service }: Seen, item: ServiceItem): Verdict {
  const { account } = item;
  switch (service) {
    case "not needed":
      return notNeeded(say`the transit router service of ${account} needs no opening`);
    case "unreadable":
      return notNeeded(say`not readable from here: whether ${account} has opened the transit router service`);
    case "open":
      return done(say`service open in ${account}`);
    default:
      return open(account);
  }
}

function open(account: AccountName): Verdict {
  const summary = say`open the transit router service in the account ${account} (once, free of charge)`;
  return change({ slot: "open", summary, write: openRouterService({ account }), risk: "none" });
}

// No call closes it again. Source: published actions of the product, 2026-04.
function undo({ made }: Seen, { account }: ServiceItem): Verdict {
  const because = say`the transit router service of ${account} stays open: it costs nothing, and no call closes it`;
  return made ? { is: "stays", because } : notNeeded(because);
}
