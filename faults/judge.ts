import type { CloudKey } from "../src/simulator/cloud-control.ts";
import { type NormalWorld, ordersOf } from "../test/support/normalise.ts";
import type { Ran, Rig } from "../test/support/rig.ts";
import { judgePlan, judgeTokens } from "./judge-writes.ts";
import type { Undisturbed } from "./undisturbed.ts";
import type { Violation } from "./violation.ts";

/** Judges world, ledger, log, diary and what was told, once all runs are over and the last of them was healed. */
export async function judge(rig: Rig, runs: readonly Ran[], sound: Undisturbed): Promise<readonly Violation[]> {
  const { state } = rig.cloud.world;
  const { diary } = await rig.moment();
  const told = JSON.stringify(runs.map((ran) => [ran.events, [...ran.ends]]));
  const violations = [
    ...judgeOrders(ordersOf(state), sound.orders),
    ...judgeTokens(state.calls),
    ...runs.flatMap(judgePlan),
    ...judgeSecrets(diary + told, rig.cloud.keys()),
  ];
  const again = await rig.run();
  for (const call of again.sent) violations.push({ of: "I7", because: `a second run sends ${call.action}` });
  return [...violations, ...judgeWorld(await rig.settled(), sound.world)];
}

/** I1: the undisturbed run ordered everything once. */
function judgeOrders(
  found: Readonly<Record<string, number>>,
  wanted: Readonly<Record<string, number>>,
): readonly Violation[] {
  const many = Object.entries(found).filter(([action, count]) => count > (wanted[action] ?? 0));
  return many.map(([action, count]) => ({ of: "I1", because: `${action}: ${count} orders` }));
}

function judgeSecrets(text: string, keys: readonly CloudKey[]): readonly Violation[] {
  const forms = (secret: string) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
  const leaked = keys.filter(({ secret }) => forms(secret).some((form) => text.includes(form)));
  return leaked.map(({ keyId }) => ({ of: "I4", because: `the secret of ${keyId} is in the diary or an event` }));
}

function judgeWorld(found: NormalWorld, wanted: NormalWorld): readonly Violation[] {
  const differences = [
    ...differ("orders", found.orders, wanted.orders),
    ...differ("locks", found.locks, wanted.locks),
    ...Object.keys({ ...found.things, ...wanted.things }).flatMap((kind) =>
      differ(kind, found.things[kind], wanted.things[kind]),
    ),
  ];
  return differences.map((because) => ({ of: "I2", because }));
}

function differ(what: string, found: unknown, wanted: unknown): readonly string[] {
  const [is, should] = [JSON.stringify(found ?? null), JSON.stringify(wanted ?? null)];
  return is === should ? [] : [`${what} is ${is} and should be ${should}`];
}
