import { later } from "../../api/call.ts";
import { type CcnSeen, createCcn, deleteCcn, listCcns } from "../../api/ccns.ts";
import { listGateways } from "../../api/gateways.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, done, guard, notNeeded, takeAway } from "../../engine/verdicts.ts";
import type { Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { ownGateways } from "../purchase/claim.ts";
import { type CcnFacts, type CenFacts, ccnRef, cenRef } from "../refs.ts";
import { ccnInputs } from "./inputs.ts";

interface CcnItem extends Item {
  readonly network: Network;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<CcnItem["needs"]>;

interface Seen {
  readonly choice: Choice;
  /** Gateways on it that are not this network's. */
  readonly strangers: number;
  readonly made: boolean;
}

type Choice =
  | { readonly is: "one"; readonly ccn: CcnSeen }
  | { readonly is: "none" }
  | { readonly is: "refused"; readonly because: Text; readonly tryThis: readonly Text[] };

/** The Cloud Connect Network of the area: the default one, else the only one, else made. */
export const ccn = step<CcnItem, Seen, CcnFacts>({
  name: "ccn",
  title: "CCN found",
  inputs: ccnInputs,
  items: (network) =>
    network.ccn.isWanted ? [{ key: ccnRef(network).key, needs: { cen: cenRef(network) }, network }] : [],
  observe,
  facts: (item, seen) => ({
    id: seen?.choice.is === "one" ? seen.choice.ccn.id : (item.network.ccn.id ?? later(item.key, "id")),
  }),
  judge,
  undo,
});

async function observe(look: Look, item: CcnItem, given: Given): Promise<Seen> {
  const { ccn: wanted, hub } = item.network;
  const all = await look.read(listCcns({ account: hub, area: wanted.area }));
  const answered = look.answer("create")?.CcnId;
  const marked = all.filter((one) => isMarked(one, look.marker));
  const ours = all.find((one) => one.id === answered) ?? marked[0];
  const choice =
    wanted.id === undefined
      ? (twice(marked) ?? (ours ? serve(ours, given.cen.id) : choose(all, item.network, given.cen.id)))
      : choose(all, item.network, given.cen.id);
  const made = look.wrote("create") || (choice.is === "one" && isMarked(choice.ccn, look.marker));
  return { choice, strangers: choice.is === "one" ? await strangersOn(choice.ccn, look, item.network) : 0, made };
}

async function strangersOn(ccn: CcnSeen, look: Look, network: Network): Promise<number> {
  if (ccn.gatewayCount === 0) return 0;
  const gateways = await look.read(listGateways({ account: network.hub, area: network.ccn.area }));
  const ours = ownGateways(look, network, gateways).filter((gateway) => gateway.ccnId === ccn.id);
  return Math.max(0, ccn.gatewayCount - ours.length);
}

/** By id, else by rank among those that are free for this CEN. */
function choose(all: readonly CcnSeen[], network: Network, cenId: string): Choice {
  const { id, name } = network.ccn;
  if (id !== undefined) {
    const one = all.find((ccn) => ccn.id === id);
    if (one) return serve(one, cenId);
    return refused(say`There is no CCN ${id} in this area`, say`Correct ccn: {id: …} in the network file`);
  }
  const free = all.filter((one) => one.cenId === "" || one.cenId === cenId);
  const pick =
    free.find((one) => one.cenId === cenId) ??
    free.find((one) => one.isDefault) ??
    (free.length === 1 ? free[0] : free.find((one) => one.name === name));
  if (pick) return serve(pick, cenId);
  const bound = all.find((one) => one.isDefault) ?? (all.length === 1 ? all[0] : undefined);
  return bound && !network.goal.createNew ? serve(bound, cenId) : { is: "none" };
}

/** Whether it may serve: never taken from another CEN, and only of the kind that AttachCenChildInstance serves. */
function serve(one: CcnSeen, cenId: string): Choice {
  if (one.newAgw) {
    return refused(
      say`CCN ${one.id} is of the new access generation, which sagctl does not bind`,
      say`Bind it in the Smart Access Gateway console, which calls AttachCcnInstanceToCen`,
      say`Or name an ordinary CCN: ccn: {id: …}`,
    );
  }
  if (one.cenId !== "" && one.cenId !== cenId) {
    return refused(
      say`CCN ${one.id} is bound to another CEN, ${one.cenId}; sagctl never detaches it`,
      say`To use that CEN: cen: {id: ${one.cenId}}`,
      say`To use another CCN: ccn: {id: …}, or --new to make one`,
    );
  }
  return { is: "one", ccn: one };
}

/** Two machines have made one at once: never settled by sagctl. */
function twice(marked: readonly CcnSeen[]): Choice | undefined {
  if (marked.length < 2) return undefined;
  return refused(
    say`${marked.length} CCNs carry the mark of this network: ${marked.map(({ id }) => id).join(", ")}`,
    say`Say which one is to be used: ccn: {id: ${marked[0]?.id ?? "ccn-…"}}`,
    say`Delete the other in the Smart Access Gateway console; sagctl deletes neither`,
  );
}

function refused(because: Text, ...tryThis: Text[]): Choice {
  return { is: "refused", because, tryThis };
}

function judge(seen: Seen, item: CcnItem): Verdict {
  const { choice } = seen;
  if (choice.is === "refused") return guard(choice.because, ...choice.tryThis);
  const { ccn: wanted, hub } = item.network;
  if (choice.is === "one") {
    const what = choice.ccn.isDefault ? "the area's default" : choice.ccn.name || "unnamed";
    return done(say`${what}, ${wanted.area}  ${choice.ccn.id}`);
  }
  const write = createCcn({ account: hub, area: wanted.area, name: wanted.name });
  return change({ slot: "create", summary: say`make CCN ${wanted.name} in ${wanted.area}`, write, risk: "none" });
}

function undo(seen: Seen, item: CcnItem): Verdict {
  const { choice, strangers } = seen;
  if (choice.is === "refused") return { is: "stays", because: choice.because };
  if (choice.is === "none") return notNeeded(say`there is no such CCN`);
  const { id } = choice.ccn;
  if (strangers > 0) return { is: "stays", because: say`${strangers} gateways of others are on CCN ${id}` };
  const write = deleteCcn({ account: item.network.hub, area: item.network.ccn.area, id });
  const removal = { slot: "delete", summary: say`delete CCN ${id}`, write, risk: "destroys" } as const;
  return takeAway(seen.made, say`CCN ${id} was there before sagctl`, removal);
}
