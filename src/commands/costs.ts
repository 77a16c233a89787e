import type { Event, Ui } from "../engine/events.ts";
import type { ItemKey } from "../keys.ts";
import { plain, say, type Text } from "../text.ts";
import type { OpenCloud, Spent } from "./context.ts";

/** Tells with what was bought in this run what it cost in the simulated ledger; the real cloud's ledger is its console. */
export function withCosts(ui: Ui, cloud: OpenCloud): (event: Event) => void {
  const bought = new Map<ItemKey, string>();
  let spent: readonly Spent[] = [];
  return (event) => {
    if (event.type === "answered" && event.change.risk === "costs-money" && event.outcome === "answered") {
      bought.set(event.item, event.change.write.call.action);
      void cloud.spent().then((entries) => {
        spent = entries;
      });
    }
    ui.tell(priced(event, bought, spent));
  };
}

function priced(event: Event, bought: ReadonlyMap<ItemKey, string>, spent: readonly Spent[]): Event {
  if (event.type !== "ended" || event.end.is !== "done") return event;
  const cost = spent.find((one) => one.action === bought.get(event.item) && one.amount > 0);
  return cost ? { ...event, end: { is: "done", as: withPrice(event.end.as, cost) } } : event;
}

function withPrice(as: Text, cost: Spent): Text {
  const amount = cost.amount.toLocaleString("en-US", { minimumFractionDigits: 2 });
  return say`${plain(as)}; order ${cost.orderId}, ${cost.currency} ${amount} (invented price)`;
}
