import type { GatewaySeen } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import type { OrderSeen } from "../../api/orders.ts";
import type { OpenOrder } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { checkFailed } from "../../engine/verdicts.ts";
import type { Branch } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { isoDay, isoMinute } from "../words.ts";

const HOUR_MS = 60 * 60 * 1000;

/** `sag-9x…  SAG-100WM, stand-alone, 10 Mbit/s`. */
export function describe(gateway: GatewaySeen, branch: Branch): Text {
  const model = (branch.gateway.model ?? gateway.hardware).toUpperCase();
  const parts = [model, branch.gateway.deployment, `${gateway.bandwidthMbps} Mbit/s`].filter((part) => part);
  return say`${gateway.id}  ${parts.join(", ")}`;
}

/** An unpaid order, wanted or because the balance was low, is a wait and never a reason to buy again. */
export function notPaid(order: OrderSeen): Verdict {
  return {
    is: "blocked",
    who: "person",
    on: say`order ${order.id} is not paid`,
    expectMs: HOUR_MS,
    deed: "payment",
    tryThis: [
      say`Pay order ${order.id} in the order centre of the console (the balance may have been too low)`,
      say`Nothing is bought a second time: sagctl goes on with this order`,
    ],
  };
}

/** Told with the plan: it is looked for, whatever else is done. */
export function inTheBalance({ mark, at }: OpenOrder): Text {
  return say`An order of ${isoMinute(at)} may still come: ${mark}. It is looked for, and not placed again`;
}

/** The purchase has come to a definite end; another one is a person's word. */
export function cancelled(order: OrderSeen, mark: string, outcome: string): Verdict {
  return checkFailed(
    say`order ${order.id} was cancelled, so ${outcome}`,
    say`To buy anew: run the same command with --buy-again ${mark}`,
  );
}

/** Undo: until when the gateway that stays is paid for, or why nobody can say that yet. */
export function billing({ endsAt, status }: GatewaySeen, order: OrderSeen | undefined): Text {
  if (order && isStatus(order.paymentStatus, "unpaid")) {
    return say`order ${order.id} is not paid: cancel it in the order centre of the console, and nothing is billed`;
  }
  const refund = "a refund is asked for in the order centre of the console";
  if (endsAt !== undefined) return say`paid until ${isoDay(endsAt)}; ${refund}`;
  return isStatus(status, "Ordered", "Delivered", "Received")
    ? say`paid, and not activated: its term begins on the day of activation, so it has no end yet; ${refund}`
    : say`paid until a day that the Smart Access Gateway console shows; ${refund}`;
}
