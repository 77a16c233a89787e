import type { ApiCall, Param } from "../src/api/call.ts";
import type { Gateway } from "../src/simulator/smartag/things.ts";
import type { Rig } from "../test/support/rig.ts";
import { orderFor, type Schedule } from "./schedules/schedule.ts";
import type { Undisturbed } from "./undisturbed.ts";

const MINUTE_MS = 60_000;
/** Longer than a hanging task, D + E and a late commit: what was disturbed has come to its end. */
const HEALING_MS = 3 * 60 * MINUTE_MS;

/** Takes every disturbance back; tells how many calls each fault has met. */
export type Heal = () => Promise<readonly number[]>;

/** Makes the world of a schedule as hard as it says. */
export async function disturb(rig: Rig, schedule: Schedule, sound: Undisturbed): Promise<Heal> {
  const { faults } = rig.cloud;
  for (const disturbance of schedule.faults) {
    const order = orderFor(disturbance);
    faults.add({ ...order, id: `${order.what} ${faults.list().length}` });
  }
  const back = [hide(rig, schedule.hidden), lag(rig, schedule.lagMinutes), await buyInConsole(rig, schedule, sound)];
  return async () => {
    const fired = faults.list().map((fault) => fault.fired);
    faults.clear();
    for (const undo of back) undo();
    const hangs = schedule.faults.some((fault) => fault.kind === "hang-task");
    if (hangs) await rig.cloud.advanceTo(rig.cloud.now() + HEALING_MS);
    return fired;
  };
}

function lag({ cloud }: Rig, minutes: number | undefined): () => void {
  const { switches } = cloud.world.state;
  const before = switches.readLagMs;
  switches.readLagMs = minutes === undefined ? before : minutes * MINUTE_MS;
  return () => {
    switches.readLagMs = before;
  };
}

function hide({ cloud }: Rig, permission: string | undefined): () => void {
  if (permission === undefined) return () => {};
  const { switches, accounts } = cloud.world.state;
  const before = switches.deniedReads;
  const keys = accounts.flatMap((account) => account.keys);
  switches.deniedReads = "empty-list";
  for (const key of keys) key.denied = [...(key.denied ?? []), permission];
  return () => {
    switches.deniedReads = before;
    for (const key of keys) key.denied = key.denied?.filter((one) => one !== permission) ?? [];
  };
}

/** What a colleague buys is like our own order, without our name and mark. */
async function buyInConsole(rig: Rig, { hasColleague }: Schedule, sound: Undisturbed): Promise<() => void> {
  const ours = sound.calls.find((call) => call.action === "CreateSmartAccessGateway");
  if (!hasColleague || !ours) return () => {};
  const params = { ...(ours.params as Record<string, Param>), Name: "new-office", Description: "", BuyerMessage: "-" };
  const call: ApiCall = {
    product: "Smartag",
    action: ours.action,
    account: rig.network.hub,
    region: String(ours.params.RegionId),
    params,
  };
  const outcome = await rig.inWorld((world) => world.cloud.send(call));
  if (outcome.is !== "answered") throw new Error(`the colleague could not buy: ${JSON.stringify(outcome)}`);
  return () => sendBack(rig, String(outcome.reply.SmartAGId));
}

function sendBack({ cloud }: Rig, gatewayId: string): void {
  const { state } = cloud.world;
  const gateway = cloud.world.find<Gateway>("gateway", gatewayId);
  const order = state.ledger.find((one) => one.orderId === gateway?.orderId);
  cloud.world.remove("gateway", gatewayId);
  state.ledger = state.ledger.filter((one) => one !== order);
  state.agenda = state.agenda.filter((entry) => entry.data.gatewayId !== gatewayId);
  cloud.world.account(order?.uid ?? "").balance += order?.price ?? 0;
}
