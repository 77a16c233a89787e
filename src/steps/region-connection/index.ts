import { type Look, step } from "../../engine/step.ts";
import { type BasicSeen, judgeBasic, observeBasic, undoBasic } from "./basic.ts";
import { type EnterpriseSeen, judgeEnterprise, observeEnterprise, undoEnterprise } from "./enterprise.ts";
import { regionConnectionInputs } from "./inputs.ts";
import { type ConnectionItem, type Given, itemOf, sidesOf } from "./item.ts";

type Seen = BasicSeen | EnterpriseSeen;

/** Bandwidth between two regions: the editions of their transit routers decide the calls. */
export const regionConnection = step<ConnectionItem, Seen, unknown>({
  name: "region-connection",
  title: "Regions connected",
  inputs: regionConnectionInputs,
  items: (network) => network.connections.map((wanted) => itemOf(wanted, network)),
  observe,
  facts: () => ({}),
  judge: (seen, item, given) => (isBasic(seen) ? judgeBasic(seen, item, given) : judgeEnterprise(seen, item, given)),
  undo: (seen, item, given) => (isBasic(seen) ? undoBasic(seen, item, given) : undoEnterprise(seen, item)),
});

function observe(look: Look, item: ConnectionItem, given: Given): Promise<Seen> {
  const isBasicOnly = sidesOf(item, given).every((side) => side.edition === "Basic");
  return isBasicOnly ? observeBasic(look, item, given) : observeEnterprise(look, item, given);
}

function isBasic(seen: Seen): seen is BasicSeen {
  return seen.edition === "Basic";
}
