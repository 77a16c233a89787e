import { createGraph } from "../src/engine/graph.ts";
import type { ItemKey } from "../src/keys.ts";
import type { Instance } from "../src/simulator/ecs/things.ts";
import type { CallEntry } from "../src/simulator/world.ts";
import type { Ran, Rig } from "../test/support/rig.ts";
import type { TimedItem, TimedWrite } from "./lower-bound.ts";

export interface Timeline {
  readonly items: readonly TimedItem[];
  readonly totalMs: number;
  /** Of which nobody but people and parcels was waited for. */
  readonly humanOnlyMs: number;
}

type Waits = "cloud" | "human";

/** What a run's events say about who was waited for, and the cloud's log about how long each write took it. */
export function timelineOf(rig: Rig, ran: Ran): Timeline {
  const graph = createGraph(rig.nodes);
  const writes = writesByItem(ran);
  const pings = pingsByItem(rig, ran);
  const { humanMs, humanOnlyMs, totalMs } = waitsOf(ran);
  const items = rig.nodes.map(({ key }) => ({
    key,
    before: [...graph.before(key), ...(paid(ran).has(key) ? graph.beforePaying(key) : [])],
    writes: [...(writes.get(key) ?? []), ...(pings.get(key) ?? [])],
    humanMs: humanMs.get(key) ?? 0,
  }));
  return { items, totalMs, humanOnlyMs };
}

/** The items that sent something that costs money: they had to wait for more. */
function paid(ran: Ran): ReadonlySet<ItemKey> {
  const sent = ran.events.filter((event) => event.type === "sending");
  return new Set(sent.filter((event) => event.change.risk === "costs-money").map((event) => event.item));
}

/** Each write of the log with the item that sent it; those of one action arrive in the order in which they were sent. */
function writesByItem(ran: Ran): ReadonlyMap<ItemKey, readonly TimedWrite[]> {
  const open = ran.calls.filter((call) => call.kind === "write" && call.committed);
  const found = new Map<ItemKey, TimedWrite[]>();
  for (const event of ran.events) {
    if (event.type !== "sending") continue;
    const at = open.findIndex((call) => call.action === event.change.write.call.action);
    const [call] = at < 0 ? [] : open.splice(at, 1);
    if (call) found.set(event.item, [...(found.get(event.item) ?? []), timed(call, event.change.write.locks)]);
  }
  return found;
}

/** What a ping on an instance takes is the cloud's work too; its item is known by where the command ran and what it said. */
function pingsByItem(rig: Rig, ran: Ran): ReadonlyMap<ItemKey, readonly TimedWrite[]> {
  const instances = rig.cloud.world.all<Instance>("instance");
  const found = new Map<ItemKey, TimedWrite[]>();
  for (const call of ran.calls.filter(({ action, committed }) => action === "RunCommand" && committed)) {
    const [id] = call.params.InstanceId as string[];
    const vpcId = instances.find((one) => one.id === id)?.vpcId;
    const from = rig.network.vpcs.find((vpc) => vpc.id === vpcId)?.name;
    const line = Buffer.from(String(call.params.CommandContent), "base64").toString();
    const node = rig.nodes.find(({ key, command }) => key.startsWith(`ping/${from}/`) && command?.line === line);
    if (node) found.set(node.key, [...(found.get(node.key) ?? []), timed(call, [])]);
  }
  return found;
}

function timed({ settlesMs = 0 }: CallEntry, locks: readonly string[]): TimedWrite {
  return { ms: settlesMs, locks };
}

function waitsOf(ran: Ran) {
  const waits = new Map<ItemKey, Waits>();
  const humanMs = new Map<ItemKey, number>();
  let humanOnlyMs = 0;
  let last = ran.events[0]?.at ?? 0;
  const first = last;
  for (const event of ran.events) {
    const passed = event.at - last;
    last = event.at;
    const who = [...waits.values()];
    if (who.includes("human") && !who.includes("cloud")) humanOnlyMs += passed;
    for (const [key, one] of waits) if (one === "human") humanMs.set(key, (humanMs.get(key) ?? 0) + passed);
    if (event.type === "waiting") waits.set(event.item, event.who === "cloud" ? "cloud" : "human");
    else if ("item" in event) waits.delete(event.item);
  }
  return { humanMs, humanOnlyMs, totalMs: last - first };
}
