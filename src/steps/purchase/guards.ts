import type { GatewaySeen } from "../../api/gateways.ts";
import type { OpenOrder } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { itemOf } from "../../keys.ts";
import { say } from "../../text.ts";
import { gatewayRef } from "../refs.ts";
import { isoDay, isoMinute } from "../words.ts";
import { candidates, strangeOrders } from "./claim.ts";
import type { PurchaseItem, Seen } from "./observe.ts";

/** Why nothing is bought now; undefined: nothing stands in the way. */
export function obstacle(seen: Seen, item: PurchaseItem): Verdict | undefined {
  return uncertainList(seen, item) ?? strayed(seen, item) ?? unclaimed(seen, item);
}

/** Without a token nobody can prevent it; it is found at the next look, and never settled by sagctl. */
export function twice(things: readonly GatewaySeen[]): Verdict {
  const list = things.map((one) => `${one.id} (${isoDay(one.createdAt ?? 0)})`).join(", ");
  return guard(
    say`${things.length} gateways carry the mark or name of this branch: ${list}`,
    say`Say which one serves it: gateway: {id: ${things[0]?.id ?? "sag-…"}}`,
    say`Ask for a refund of the other in the order centre of the console; sagctl deletes nothing`,
  );
}

/** An empty list may be a permission that is missing: it counts only if the account's usage agrees with it. */
function uncertainList(seen: Seen, item: PurchaseItem): Verdict | undefined {
  const listed = seen.gateways.length;
  if (!seen.use || seen.use.used <= listed || item.network.goal.listed === listed) return undefined;
  return {
    is: "failed",
    kind: "denied",
    because: say`The account uses ${seen.use.used} gateways, but the list shows ${listed}: before a purchase that must agree`,
    tryThis: [
      say`Allow smartag:DescribeSmartAccessGateways on all gateways to this key`,
      say`If the list is complete all the same: --listed ${listed}`,
    ],
  };
}

/** A branch that was renamed leaves its order behind under its old name. */
function strayed(seen: Seen, { network }: PurchaseItem): Verdict | undefined {
  if (network.goal.createNew) return undefined;
  const own = new Set(network.branches.map((branch) => gatewayRef(branch).key));
  const stray = seen.open.find((order) => !own.has(order.item));
  return stray && beside(stray);
}

function beside({ item, mark, at }: OpenOrder): Verdict {
  const name = itemOf(item);
  return guard(
    say`Nothing is bought beside the order for ${name} of ${isoMinute(at)} (${mark}), which may still come: the network file names no ${name} any more`,
    say`If the branch was renamed, give it its old name back under branches:, or say which gateway is its own: gateway: {id: sag-…}`,
    say`To buy another one all the same: --new`,
  );
}

function unclaimed(seen: Seen, item: PurchaseItem): Verdict | undefined {
  if (item.network.goal.createNew) return undefined;
  const gateways = candidates(seen.gateways, item.branch, item.network);
  const orders = strangeOrders(seen.unpaid, seen.answer);
  const [gateway] = gateways;
  if (!gateway && orders.length === 0) return undefined;
  const list = [
    ...gateways.map((one) => `${one.id} (${one.name || "unnamed"}, ${one.status})`),
    ...orders.map((one) => `unpaid order ${one.id}`),
  ].join(", ");
  return guard(
    say`Nothing is bought beside what may be this branch's gateway already: ${list}`,
    gateway
      ? say`To use it: gateway: {id: ${gateway.id}}`
      : say`Pay or cancel the order in the console, then run again`,
    say`To buy another one all the same: --new`,
  );
}
