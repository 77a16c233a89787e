import { type CcnSeen, listCcns } from "../../api/ccns.ts";
import { attachChild, type ChildSeen, detachChild, listChildren } from "../../api/cen-children.ts";
import { listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import { ccnRegion } from "../../network/areas.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { ownGateways } from "../purchase/claim.ts";
import { type CcnFacts, type CenFacts, ccnRef, cenRef } from "../refs.ts";
import { cenBindInputs } from "./inputs.ts";

interface CenBindItem extends Item {
  readonly network: Network;
  readonly needs: { readonly cen: Ref<CenFacts>; readonly ccn: Ref<CcnFacts> };
}

type Given = FactsOf<CenBindItem["needs"]>;

interface Seen {
  readonly child: ChildSeen | undefined;
  readonly ccn: CcnSeen | undefined;
  /** Gateways on the CCN that are not this network's. */
  readonly strangers: number;
  readonly made: boolean;
}

/** The CCN joins the CEN, and with it all gateways that are on it. */
export const cenBind = step<CenBindItem, Seen, unknown>({
  name: "cen-bind",
  title: "CCN bound to CEN",
  inputs: cenBindInputs,
  items: (network) => (network.ccn.isWanted ? [itemOf(network)] : []),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

function itemOf(network: Network): CenBindItem {
  return {
    key: itemKey("cen-bind", network.ccn.area),
    needs: { cen: cenRef(network), ccn: ccnRef(network) },
    standsOn: [cenRef(network).key, ccnRef(network).key],
    // The error table of UnbindSmartAccessGateway wants the CCN off its CEN first; the user guide does not.
    goesBefore: network.branches.map((branch) => itemKey("ccn-bind", branch.name)),
    network,
  };
}

async function observe(look: Look, item: CenBindItem, given: Given): Promise<Seen> {
  const { hub, ccn } = item.network;
  const children = await look.read(listChildren({ account: hub, cen: given.cen.id }));
  const child = children.find((seen) => seen.id === given.ccn.id);
  const made = look.wrote("attach");
  if (child && isMoving(child)) return { child, ccn: undefined, strangers: 0, made };
  const [ccns, gateways] = await Promise.all([
    look.read(listCcns({ account: hub, area: ccn.area })),
    look.read(listGateways({ account: hub, area: ccn.area })),
  ]);
  const one = ccns.find((seen) => seen.id === given.ccn.id);
  const ours = ownGateways(look, item.network, gateways).filter((gateway) => gateway.ccnId === given.ccn.id);
  const strangers = Math.max(0, (one?.gatewayCount ?? 0) - ours.length);
  return { child, ccn: one, strangers, made };
}

/** Until that is over nothing is decided, and nothing else need be looked at. */
function isMoving(child: ChildSeen): boolean {
  return isStatus(child.status, "Attaching", "Detaching");
}

function judge(seen: Seen, item: CenBindItem, given: Given): Verdict {
  const { child, ccn } = seen;
  if (child && isStatus(child.status, "Attached") && ccn?.cenId === given.cen.id)
    return done(say`${item.network.ccn.area}`);
  if (child) return settling(say`the CCN to be attached (now ${child.status})`, 40_000, locksOf(given));
  if (ccn && ccn.cenId !== "" && ccn.cenId !== given.cen.id) {
    return guard(
      say`CCN ${ccn.id} is bound to another CEN, ${ccn.cenId}; sagctl never detaches it`,
      say`To use that CEN: cen: {id: ${ccn.cenId}}; to use another CCN: ccn: {id: …}`,
    );
  }
  const write = attachChild(childOf(item, given));
  if (seen.strangers === 0) {
    return change({
      slot: "attach",
      summary: say`bind CCN ${given.ccn.id} to CEN ${given.cen.id}`,
      write,
      risk: "none",
    });
  }
  const summary = say`bind CCN ${given.ccn.id} to CEN ${given.cen.id}: ${seen.strangers} other gateways on it get access too`;
  return change({ slot: "attach", summary, write, risk: "shared" });
}

function undo(seen: Seen, item: CenBindItem, given: Given): Verdict {
  const { child } = seen;
  if (!child) return notNeeded(say`the CCN is not on the CEN`);
  if (isMoving(child)) return settling(say`the CCN to be detached (now ${child.status})`, 40_000, locksOf(given));
  const write = detachChild(childOf(item, given));
  const others = seen.strangers === 0 ? "" : `: ${seen.strangers} other gateways on it lose access too`;
  const summary = say`take CCN ${given.ccn.id} off CEN ${given.cen.id}${others}`;
  const removal = { slot: "detach", summary, write, risk: seen.strangers === 0 ? "none" : "shared" } as const;
  return takeAway(seen.made, say`CCN ${given.ccn.id} was bound before sagctl`, removal);
}

function childOf(item: CenBindItem, given: Given) {
  const { hub, ccn } = item.network;
  return { account: hub, cen: given.cen.id, child: given.ccn.id, type: "CCN", region: ccnRegion(ccn.area) } as const;
}

function locksOf(given: Given): string[] {
  return [`cen:${given.cen.id}`, `ccn:${given.ccn.id}`];
}
