import type { FaultOrder } from "../../src/simulator/faults/fault.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
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

/** The process ends at a boundary, from 1. After a power cut only what was flushed is left of its files. */
export interface Death {
  readonly how: "killed" | "powercut";
  readonly at: number;
}

/** What happens to one run: faults on its way, a world that makes it hard, and perhaps its death. */
export interface Schedule {
  readonly faults: readonly Disturbance[];
  readonly death?: Death;
  /** Until healed all lists are behind by so many minutes. */
  readonly lagMinutes?: number;
  /** Until healed the key may not read this, and is shown an empty list instead: `smartag:DescribeSmartAccessGateways`. */
  readonly hidden?: string;
  /** Somebody has just bought a gateway in the console; sent back before the run that heals. */
  readonly hasColleague?: boolean;
  /** The boundary at which another sagctl starts on the same diary. */
  readonly secondAt?: number;
  /** What meets the run after it, when this has been healed. */
  readonly next?: Schedule;
}

/** The nth call of its action, as the faults count. */
export function nthOf(call: CallEntry, calls: readonly CallEntry[]): number {
  return calls.filter((one) => one.index <= call.index && one.action === call.action).length;
}

/** `killed:7,reset-after-commit:Smartag.CreateSmartAccessGateway#1+`; the plus: until healed; a semicolon: the next run. */
export function writeSchedule(schedule: Schedule): string {
  return roundsOf(schedule).map(writeRound).join(";");
}

/** What meets one run after the other. */
export function roundsOf({ next, ...round }: Schedule): readonly Schedule[] {
  return [round, ...(next ? roundsOf(next) : [])];
}

function writeRound({ faults, death, lagMinutes, hidden, hasColleague, secondAt }: Schedule): string {
  const one = (fault: Disturbance) =>
    `${fault.kind}:${fault.product}.${fault.action}#${fault.nth}${fault.untilHealed ? "+" : ""}`;
  return [
    ...(death ? [`${death.how}:${death.at}`] : []),
    ...(lagMinutes === undefined ? [] : [`lagging:${lagMinutes}`]),
    ...(hidden === undefined ? [] : [`hidden:${hidden}`]),
    ...(hasColleague ? ["colleague"] : []),
    ...(secondAt === undefined ? [] : [`second:${secondAt}`]),
    ...faults.map(one),
  ].join(",");
}

/** Reads what `writeSchedule` wrote, so that a violation is replayed by one command. */
export function readSchedule(text: string): Schedule {
  const [first = "", ...more] = text.split(";");
  return { ...readRound(first), ...(more.length === 0 ? {} : { next: readSchedule(more.join(";")) }) };
}

function readRound(text: string): Schedule {
  const faults: Disturbance[] = [];
  let rest: Omit<Schedule, "faults"> = {};
  for (const part of text.split(",").filter((one) => one !== "")) {
    const more = readPart(part);
    if (more) rest = { ...rest, ...more };
    else faults.push(readDisturbance(part));
  }
  return { ...rest, faults };
}

function readPart(part: string): Omit<Schedule, "faults"> | undefined {
  const [name = "", value = ""] = part.split(/:(.*)/);
  if (name === "killed" || name === "powercut") return { death: { how: name, at: Number(value) } };
  if (name === "lagging") return { lagMinutes: Number(value) };
  if (name === "hidden") return { hidden: value };
  if (name === "colleague") return { hasColleague: true };
  return name === "second" ? { secondAt: Number(value) } : undefined;
}

function readDisturbance(text: string): Disturbance {
  const found = /^([\w-]+):(\w+)\.(\w+)#(\d+)(\+?)$/.exec(text);
  const [, kind = "", product = "", action = "", nth, plus] = found ?? [];
  if (!kinds[kind]) throw new Error(`not a fault: ${text}`);
  return { kind, product, action, nth: Number(nth), untilHealed: plus === "+" };
}

/** The same for the simulated cloud. */
export function orderFor({ kind, product, action, nth, untilHealed }: Disturbance): FaultOrder {
  const what = kinds[kind]?.what;
  if (!what) throw new Error(`not a kind of fault: ${kind}`);
  const call = { product: product as "Smartag", action };
  return untilHealed ? { ...what, when: { ...call, from: nth }, times: "always" } : { ...what, when: { ...call, nth } };
}
