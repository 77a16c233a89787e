import type { Event, Ui } from "../engine/events.ts";
import type { Change } from "../engine/verdict.ts";
import type { ItemKey } from "../keys.ts";
import type { Journal } from "../state/store.ts";
import { plain, say, type Text } from "../text.ts";
import type { OpenCloud, Spent } from "./context.ts";

/** Tells with what was bought in this run what it cost in the simulated ledger; the real cloud's ledger is its console. */
export function withCosts(ui: Ui, cloud: OpenCloud, journal: Journal): (event: Event) => void {
  const bought = new Map<ItemKey, Change>();
  let spent: readonly Spent[] = [];
  return (event) => {
    if (event.type === "answered" && event.change.risk === "costs-money" && event.outcome === "answered") {
      bought.set(event.item, event.change);
      void cloud.spent().then((entries) => {
        spent = entries;
      });
    }
    if (event.type !== "ended") return ui.tell(event);
    const change = bought.get(event.item);
    const cost = change && spent.find((one) => one.amount > 0 && isOf(one, change, event.item, journal));
    ui.tell(
      cost && event.end.is === "done" ? { ...event, end: { is: "done", as: withPrice(event.end.as, cost) } } : event,
    );
  };
}

/** Of several orders of one kind it is the one whose number or thing the call or its answer names. */
function isOf(one: Spent, { slot, write }: Change, item: ItemKey, journal: Journal): boolean {
  const named = new Set([
    ...Object.values(write.call.params),
    ...Object.values(journal.find(`${item}#${slot}`)?.reply ?? {}),
  ]);
  return one.action === write.call.action && [one.orderId, ...one.instanceIds].some((id) => named.has(id));
}

function withPrice(as: Text, cost: Spent): Text {
  const amount = cost.amount.toLocaleString("en-US", { minimumFractionDigits: 2 });
  return say`${plain(as)}; order ${cost.orderId}, ${cost.currency} ${amount} (invented price)`;
}
