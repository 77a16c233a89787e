import { bindGateway, unbindGateway } from "../../api/ccns.ts";
import { type GatewaySeen, listGateways } from "../../api/gateways.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, done, guard, notNeeded, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Branch } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type CcnFacts, ccnRef, type GatewayFacts, gatewayRef } from "../refs.ts";
import { ccnBindInputs } from "./inputs.ts";

interface CcnBindItem extends Item {
  readonly branch: Branch;
  readonly needs: { readonly gateway: Ref<GatewayFacts>; readonly ccn: Ref<CcnFacts> };
}

type Given = FactsOf<CcnBindItem["needs"]>;

interface Seen {
  readonly gateway: GatewaySeen | undefined;
  readonly made: boolean;
}

/** The gateway joins the CCN of its area. */
export const ccnBind = step<CcnBindItem, Seen, unknown>({
  name: "ccn-bind",
  title: "Gateway bound to CCN",
  inputs: ccnBindInputs,
  items: (network) =>
    network.branches.map((branch) => ({
      key: itemKey("ccn-bind", branch.name),
      needs: { gateway: gatewayRef(branch), ccn: ccnRef(network) },
      standsOn: [ccnRef(network).key],
      after: [itemKey("activate", branch.name), itemKey("static-routes", branch.name)],
      branch,
    })),
  observe,
  facts: () => ({}),
  judge,
  undo,
});

async function observe(look: Look, item: CcnBindItem, given: Given): Promise<Seen> {
  const { account, area } = item.branch;
  const gateways = await look.read(listGateways({ account, area }));
  return { gateway: gateways.find((one) => one.id === given.gateway.id), made: look.wrote("bind") };
}

function judge(seen: Seen, item: CcnBindItem, given: Given): Verdict {
  const bound = seen.gateway?.ccnId ?? "";
  const { id } = given.gateway;
  if (bound !== "" && bound === given.ccn.id) return done(say`${item.branch.name}`);
  if (bound !== "") {
    return guard(
      say`${id} is bound to another CCN, ${bound}; sagctl never detaches it`,
      say`To use that CCN: ccn: {id: ${bound}} in the network file`,
    );
  }
  const write = bindGateway(binding(item, given));
  return change({ slot: "bind", summary: say`bind ${id} to CCN ${given.ccn.id}`, write, risk: "none" });
}

function undo(seen: Seen, item: CcnBindItem, given: Given): Verdict {
  if (!seen.gateway || seen.gateway.ccnId !== given.ccn.id) return notNeeded(say`the gateway is not on the CCN`);
  const summary = say`take ${seen.gateway.id} off CCN ${given.ccn.id}`;
  const removal = { slot: "unbind", summary, write: unbindGateway(binding(item, given)), risk: "none" } as const;
  return takeAway(seen.made, say`${seen.gateway.id} was bound before sagctl`, removal);
}

function binding(item: CcnBindItem, given: Given) {
  const { account, area } = item.branch;
  return { account, area, gateway: given.gateway.id, ccn: given.ccn.id };
}
