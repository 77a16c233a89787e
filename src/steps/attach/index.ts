import { later } from "../../api/call.ts";
import { type Look, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { itemKey } from "../../keys.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { grantsForVpc } from "../grants-served.ts";
import { type AttachFacts, attachRef, cenRef, eachBranch, grantRef, routerRef } from "../refs.ts";
import { serviceKey } from "../transit-router/service.ts";
import { type BasicSeen, judgeBasic, observeBasic, undoBasic } from "./basic.ts";
import { type EnterpriseSeen, judgeEnterprise, observeEnterprise, undoEnterprise } from "./enterprise.ts";
import { attachInputs } from "./inputs.ts";
import type { AttachItem, Given } from "./item.ts";

type Seen = BasicSeen | EnterpriseSeen;

/** A VPC on the CEN, through its region's transit router: the edition that is seen there decides the calls. */
export const attach = step<AttachItem, Seen, AttachFacts>({
  name: "attach",
  title: "VPCs attached",
  inputs: attachInputs,
  items: (network) => network.vpcs.map((vpc) => itemOf(vpc, network)),
  observe,
  facts,
  judge: (seen, item, given) => (isBasic(seen) ? judgeBasic(seen, item, given) : judgeEnterprise(seen, item, given)),
  undo: (seen, item, given): Verdict => (isBasic(seen) ? undoBasic(seen, item, given) : undoEnterprise(seen, item)),
});

function itemOf(vpc: Vpc, network: Network): AttachItem {
  const { hub, goal } = network;
  const isOthers = vpc.account !== hub;
  return {
    key: attachRef(vpc).key,
    needs: {
      cen: cenRef(network),
      router: routerRef(vpc.region),
      ...(isOthers ? { grant: grantRef(vpc) } : {}),
    },
    after: isOthers ? [serviceKey(network, vpc.account)] : [],
    paysAfter: goal.eager ? [] : [...eachBranch("activate", network), ...grantsForVpc(network, vpc)],
    // Without Force the service lets no attachment go that a route leads to.
    copesWithout: [itemKey("vpc-routes", vpc.name)],
    standsOn: [cenRef(network).key, routerRef(vpc.region).key, ...(isOthers ? [grantRef(vpc).key] : [])],
    hub,
    vpc,
    network,
  };
}

function isBasic(seen: Seen): seen is BasicSeen {
  return seen.edition === "Basic";
}

function observe(look: Look, item: AttachItem, given: Given): Promise<Seen> {
  return given.router.edition === "Basic" ? observeBasic(look, item, given) : observeEnterprise(look, item, given);
}

function facts({ key, vpc }: AttachItem, seen: Seen | undefined): AttachFacts {
  if (seen?.edition === "Basic") return { id: vpc.id, edition: "Basic" };
  return {
    id: vpc.id,
    edition: "Enterprise",
    attachment: (seen ? seen.here?.id : vpc.attachment) ?? later(key, "attachment"),
  };
}
