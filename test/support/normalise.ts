import { createSimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { Thing, WorldState } from "../../src/simulator/world.ts";

/** The world as two runs are compared by: what stands in it and what was ordered, whenever and under whatever ids. */
export interface NormalWorld {
  /** Each thing in words, by kind; ids are told by kind and role. */
  readonly things: Readonly<Record<string, readonly string[]>>;
  /** How often each thing was ordered, by action and outcome. */
  readonly orders: Readonly<Record<string, number>>;
  /** What writes still hold. */
  readonly locks: readonly string[];
}

/** Fields that tell when, or in which words of the moment. */
const fleeting = /(At|Time|orderId|snapshot)$|^(agenda)$/;
/** A ping on an instance changes nothing. */
const leavesNothing = new Set(["invocation"]);
const generation = /(sagctl-[0-9a-f]{12})-g\d+/g;

/** The world without times, request ids and the ids that were drawn on the way. */
export function normalise(state: WorldState): NormalWorld {
  const names = namesOf(state);
  const kinds = Object.keys(state.things).filter((kind) => !leavesNothing.has(kind));
  const things = kinds.sort().map((kind) => [kind, inWords(Object.values(state.things[kind] ?? {}), names)] as const);
  return {
    things: Object.fromEntries(things.filter(([, all]) => all.length > 0)),
    orders: countOrders(state),
    locks: Object.keys(state.locks).sort(),
  };
}

/** How often each action was ordered, whatever became of the order. */
export function ordersOf(state: Pick<WorldState, "ledger">): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entry of state.ledger) counts[entry.action] = (counts[entry.action] ?? 0) + 1;
  return counts;
}

function countOrders(state: WorldState): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const entry of state.ledger) {
    const name = `${entry.action} ${entry.what} (${entry.status})`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ids that a run drew, by the kind of what they name; what the scenario put there keeps its own. */
function namesOf(state: WorldState): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const first = textAtFirst(state.scenario);
  for (const [kind, all] of Object.entries(state.things)) {
    for (const id of idsOf(Object.values(all))) if (!first.includes(id)) names.set(id, `<${kind}>`);
  }
  return names;
}

const firstTexts = new Map<string, string>();

function textAtFirst(scenario: string): string {
  const text = firstTexts.get(scenario) ?? JSON.stringify(createSimulatedCloud({ scenario }).world.state.things);
  firstTexts.set(scenario, text);
  return text;
}

/** Ids of things and of what is in them: rules, devices, network interfaces. Composed ids (`cen-…/vpc-…`) are made of others. */
function idsOf(all: readonly Thing[]): readonly string[] {
  const inner = all.flatMap((thing) => Object.values(thing).flatMap(idsIn));
  return [...all.map((thing) => thing.id).filter((id) => !id.includes("/")), ...inner];
}

function idsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    if (typeof one === "string") return /^sag[0-9a-z]{8}$/.test(one) ? [one] : [];
    return [one?.id, one?.eniId].filter((id) => typeof id === "string");
  });
}

function inWords(all: readonly Thing[], names: ReadonlyMap<string, string>): readonly string[] {
  // Named anew first: lists are sorted, and drawn ids would sort them by chance.
  return all.map((thing) => JSON.stringify(steady(JSON.parse(renamed(JSON.stringify(thing), names))))).sort();
}

function steady(value: unknown): unknown {
  // Lists of names keep their order: the first CIDR block of a gateway feeds its DHCP.
  if (Array.isArray(value)) return value.every(isObject) ? value.map(steady).sort(byText) : value;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !fleeting.test(name));
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, steady(inner)]));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  let plain = text.replace(generation, "$1");
  for (const [id, name] of names) plain = plain.replaceAll(id, name);
  return plain;
}
