import type { FaultOrder } from "../src/simulator/faults/fault.ts";
import type { CallEntry } from "../src/simulator/world.ts";
import { kinds } from "./kinds.ts";

/** A call met by one kind of fault: once, or from then on until healed. */
export interface Disturbance {
  readonly kind: string;
  readonly product: string;
  readonly action: string;
  /** The nth call of the action, from 1. */
  readonly nth: number;
  readonly untilHealed: boolean;
}

/** What happens to one run: faults on its way, and perhaps its death at a boundary. */
export interface Schedule {
  readonly faults: readonly Disturbance[];
  /** From 1; absent: it lives. */
  readonly dieAt?: number;
}

/** More calls of one action than a run makes before it gives up. */
const FOR_EVER = 400;

/** The nth call of its action, as the faults count. */
export function nthOf(call: CallEntry, calls: readonly CallEntry[]): number {
  return calls.filter((one) => one.index <= call.index && one.action === call.action).length;
}

/** `killed:7,reset-after-commit:Smartag.CreateSmartAccessGateway#1+`; the plus: until healed. */
export function writeSchedule({ faults, dieAt }: Schedule): string {
  const killed = dieAt === undefined ? [] : [`killed:${dieAt}`];
  const one = (fault: Disturbance) =>
    `${fault.kind}:${fault.product}.${fault.action}#${fault.nth}${fault.untilHealed ? "+" : ""}`;
  return [...killed, ...faults.map(one)].join(",");
}

/** Reads what `writeSchedule` wrote, so that a violation is replayed by one command. */
export function readSchedule(text: string): Schedule {
  const parts = text.split(",");
  const killed = parts.flatMap((part) => /^killed:(\d+)$/.exec(part)?.[1] ?? []);
  const faults = parts.filter((part) => !part.startsWith("killed:")).map(readDisturbance);
  return { faults, ...(killed[0] === undefined ? {} : { dieAt: Number(killed[0]) }) };
}

function readDisturbance(text: string): Disturbance {
  const found = /^([\w-]+):(\w+)\.(\w+)#(\d+)(\+?)$/.exec(text);
  const [, kind = "", product = "", action = "", nth, plus] = found ?? [];
  if (!kinds[kind]) throw new Error(`not a fault: ${text}`);
  return { kind, product, action, nth: Number(nth), untilHealed: plus === "+" };
}

/** The same for the simulated cloud, which knows no "from the nth on". */
export function ordersFor({ kind, product, action, nth, untilHealed }: Disturbance): readonly FaultOrder[] {
  const what = kinds[kind]?.what;
  if (!what) throw new Error(`not a kind of fault: ${kind}`);
  const count = untilHealed ? FOR_EVER : 1;
  return Array.from({ length: count }, (_, more) => ({
    ...what,
    when: { product: product as "Smartag", action, nth: nth + more },
  }));
}
