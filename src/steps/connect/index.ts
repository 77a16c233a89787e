import { bindSerialNumber, type GatewaySeen, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import { type FactsOf, type Item, type Look, type Ref, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, checkFailed, done, notNeeded } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Branch } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { type GatewayFacts, gatewayRef } from "../refs.ts";
import { connectInputs } from "./inputs.ts";

const HOUR_MS = 60 * 60 * 1000;
/** The tutorial: delivered within 48 hours of the order, else open a ticket. */
const DELIVERY_MS = 48 * HOUR_MS;

interface ConnectItem extends Item {
  readonly branch: Branch;
  /** A person's word that the box is there. */
  readonly received: boolean;
  readonly needs: { readonly gateway: Ref<GatewayFacts> };
}

interface Seen {
  readonly gateway: GatewaySeen | undefined;
  readonly now: number;
}

/** The physical step: the box is with the customer. Being online is not part of it. */
export const connect = step<ConnectItem, Seen, unknown>({
  name: "connect",
  title: "Device connected",
  inputs: connectInputs,
  items: (network) =>
    network.branches.map((branch) => ({
      key: itemKey("connect", branch.name),
      needs: { gateway: gatewayRef(branch) },
      branch,
      received: network.goal.received,
    })),
  observe,
  facts: () => ({}),
  judge,
  undo: () => notNeeded(say`a parcel cannot be sent back by a command`),
});

async function observe(look: Look, item: ConnectItem, given: FactsOf<ConnectItem["needs"]>): Promise<Seen> {
  const { account, area } = item.branch;
  const gateways = await look.read(listGateways({ account, area }));
  return { gateway: gateways.find((one) => one.id === given.gateway.id), now: look.now() };
}

function judge(seen: Seen, item: ConnectItem, given: FactsOf<ConnectItem["needs"]>): Verdict {
  const serial = unboundSerial(seen.gateway, item.branch);
  if (serial !== undefined) return bindSerial(item, given.gateway.id, serial);
  if (item.branch.gateway.serials) return done(say`own device ${item.branch.gateway.serials.join(", ")}`);
  if (item.received) return done(say`received, as a person says`);
  if (!seen.gateway) return waiting(say`the parcel, shipped after the order`, [], DELIVERY_MS);
  if (isStatus(seen.gateway.status, "Ordered", "Delivered")) return onItsWay(seen.gateway, given.gateway, seen.now);
  if (isStatus(seen.gateway.status, "Returning")) {
    return checkFailed(
      say`${seen.gateway.id} is being sent back`,
      say`Ask Alibaba Cloud in a ticket what happens next`,
    );
  }
  return done(say`arrived, with the customer`);
}

/** `Delivered` means handed to the carrier; `Received` is what a person calls delivered. */
function onItsWay(gateway: GatewaySeen, { orderId }: GatewayFacts, now: number): Verdict {
  const orderedAt = gateway.createdAt ?? now;
  const late = now - orderedAt > DELIVERY_MS;
  const where = isStatus(gateway.status, "Delivered") ? "shipped" : "not shipped yet";
  const left = Math.max(0, DELIVERY_MS - (now - orderedAt));
  const ordered = new Date(orderedAt).toISOString().slice(0, 16).replace("T", " ");
  const order = orderId === undefined ? "" : `order ${orderId}, `;
  const on = say`the parcel of ${gateway.id}: ${where}, ${order}ordered ${ordered} UTC`;
  const find = orderId === undefined ? [numberUnknown] : [];
  if (!late) return waiting(on, find, left);
  const ask = say`More than 48 hours have passed since the order: open a ticket to ask for the delivery`;
  return waiting(on, [ask, ...find], HOUR_MS);
}

/** Orders say of what they are in no list that could be searched for a gateway, so a lost diary is not made up for. */
const numberUnknown = say`The order's number is not known, since the diary here does not hold it: see the order centre of the console`;

function waiting(on: Text, first: readonly Text[], expectMs: number): Verdict {
  return { is: "blocked", who: "person", on, expectMs, deed: "delivery", tryThis: [...first, ...cabling] };
}

/** What a person does with the box; sagctl does not set its ports. */
const cabling: readonly Text[] = [
  say`Unpack the box and check device, power adapter and cables against the packing list`,
  say`Cable it: WAN port to the uplink, LAN port to the branch switch, then power (sagctl does not set the ports)`,
  say`If it is there already and the console does not know: add --received`,
];

/** The active device first, then the standby one. */
function unboundSerial(gateway: GatewaySeen | undefined, branch: Branch): string | undefined {
  return branch.gateway.serials?.find((serial) => !gateway?.serials.includes(serial));
}

function bindSerial(item: ConnectItem, id: string, serial: string): Verdict {
  const { account, area, gateway } = item.branch;
  const changes = (gateway.serials ?? []).slice((gateway.serials ?? []).indexOf(serial)).map((one) => ({
    slot: `serial-${one}`,
    summary: say`bind device ${one} to ${id}`,
    write: bindSerialNumber({ account, area, id, serial: one }),
    risk: "none" as const,
  }));
  const [first, ...then] = changes;
  return first ? change(first, ...then) : done(say`own device`);
}
