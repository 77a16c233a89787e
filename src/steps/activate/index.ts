import { activateGateway, type GatewaySeen, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, checkFailed, done, guard, notNeeded } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Branch } from "../../network/network.ts";
import { say } from "../../text.ts";
import { type GatewayFacts, gatewayRef } from "../refs.ts";
import { isoDay } from "../words.ts";
import { isActivated } from "./activated.ts";
import { activateInputs } from "./inputs.ts";

interface ActivateItem extends Item {
  readonly branch: Branch;
  readonly needs: { readonly gateway: Ref<GatewayFacts> };
}

/** The gateway's service period starts, and with it the bill. */
export const activate = step<ActivateItem, GatewaySeen | undefined, unknown>({
  name: "activate",
  title: "Gateway activated",
  inputs: activateInputs,
  items: (network) =>
    network.branches.map((branch) => ({
      key: itemKey("activate", branch.name),
      needs: { gateway: gatewayRef(branch) },
      after: [itemKey("connect", branch.name)],
      branch,
    })),
  observe,
  facts: () => ({}),
  judge,
  undo: (gateway) =>
    gateway && isActivated(gateway)
      ? { is: "stays", because: say`${gateway.id} is activated; an activation cannot be taken back` }
      : notNeeded(say`the gateway is not activated`),
});

async function observe(look: Look, item: ActivateItem, given: FactsOf<ActivateItem["needs"]>) {
  const { account, area } = item.branch;
  const gateways = await look.read(listGateways({ account, area }));
  return gateways.find((one) => one.id === given.gateway.id);
}

function judge(gateway: GatewaySeen | undefined, item: ActivateItem, given: FactsOf<ActivateItem["needs"]>): Verdict {
  const { account, area } = item.branch;
  const { id } = given.gateway;
  if (gateway && isActivated(gateway)) {
    return done(gateway.endsAt === undefined ? say`${gateway.status}` : say`until ${isoDay(gateway.endsAt)}`);
  }
  if (gateway && isStatus(gateway.status, "Arrearage")) {
    return checkFailed(
      say`${id} is locked: its subscription is overdue`,
      say`Renew it in the Smart Access Gateway console, then run again`,
    );
  }
  if (gateway && isStatus(gateway.status, "Returning")) {
    return guard(
      say`${id} is being sent back and cannot be activated`,
      say`Cancel the return, or buy anew under another branch`,
    );
  }
  const write = activateGateway({ account, area, id });
  return change({ slot: "activate", summary: say`activate ${id}: billing starts now`, write, risk: "none" });
}
