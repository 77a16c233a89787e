import { orderPlaceOf } from "../api/order-pages.ts";
import type { Intent } from "../state/store.ts";
import { plain, say, type Text } from "../text.ts";
import { holdsMarker } from "./call-hash.ts";
import type { End } from "./events.ts";
import type { Change } from "./verdict.ts";

/** The end of a purchase that waiting did not settle: what to look for, where, and what then. */
export function purchaseUnknown(change: Change, intent: Intent | undefined, marker: string): End {
  const { call } = change.write;
  const at = intent?.at ?? 0;
  const isMarked = holdsMarker(call);
  const ids = idsIn(intent);
  const wasSeen = intent?.state === "settled";
  return {
    is: "unknown",
    marker,
    ...(isMarked ? {} : { isUnmarked: true as const }),
    at,
    because: whyUnknown(call.action, at, ids, wasSeen),
    tryThis:
      ids === "" && !wasSeen ? unheard(change, at, marker) : unseen(change, ids || `description ${marker}`, marker),
  };
}

function whyUnknown(action: string, at: number, ids: string, wasSeen: boolean): Text {
  if (ids !== "") return say`${action} was answered at ${second(at)} (${ids}), and no list shows what it made`;
  // Its answer was lost, and a list has shown it since: nobody may be told that nothing came of it.
  if (wasSeen) return say`What ${action} of ${second(at)} made was seen, and no list shows it any more`;
  return say`${action} was sent, or about to be sent, at ${second(at)}, and nothing shows that it was carried out`;
}

function unheard(change: Change, at: number, marker: string): readonly Text[] {
  const { call } = change.write;
  const order = holdsMarker(call)
    ? say`one of about ${second(at)} whose description is ${marker}`
    : say`this, ordered about ${second(at)}, which carries no mark: ${plain(change.summary)}`;
  return [
    say`Look in ${plain(orderPlaceOf(call))} for ${plain(order)}`,
    say`If it is there, paid or not: run the same command again, sagctl finds it`,
    say`If it is not there: run the same command with --buy-again ${marker}, and sagctl buys once more`,
  ];
}

function unseen(change: Change, ids: string, marker: string): readonly Text[] {
  return [
    say`Look in ${plain(orderPlaceOf(change.write.call))} for ${ids}`,
    say`If it is there, this key may not see it (sagctl plan --permissions), or it is not paid: run the same command again once it may, or is`,
    say`If it is gone for good: run the same command with --buy-again ${marker}, and sagctl buys once more`,
  ];
}

/** `SmartAGId sag-…, OrderId 2033…`: as the service names them. */
function idsIn(intent: Intent | undefined): string {
  if (intent === undefined || intent.state === "sending") return "";
  const named = Object.entries(intent.reply ?? {}).filter(([name]) =>
    /^(SmartAG|Order|CenBandwidthPackage\w*)Id$/.test(name),
  );
  return named.map(([name, id]) => `${name} ${id}`).join(", ");
}

function second(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
