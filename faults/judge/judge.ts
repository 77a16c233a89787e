import type { CloudKey } from "../../src/simulator/cloud-control.ts";
import { type NormalWorld, ordersOf } from "../../test/support/normalise.ts";
import { type Once, runOnce } from "../run-once.ts";
import { roundsOf, type Schedule } from "../schedules/schedule.ts";
import type { Stage } from "../stage/stage.ts";
import type { Undisturbed } from "../undisturbed.ts";
import { judgeFailures } from "./judge-failures.ts";
import { judgeLocks } from "./judge-locks.ts";
import { judgeRepeats, judgeWords } from "./judge-words.ts";
import { judgeEchoes, judgePlan, judgeTokens } from "./judge-writes.ts";
import type { Violation } from "./violation.ts";

interface Case {
  readonly stage: Stage;
  readonly schedule: Schedule;
  /** The disturbed one first. */
  readonly runs: readonly Once[];
  readonly sound: Undisturbed;
}

/** Judges world, ledger, log, diary and what was told, once all runs are over and the last of them was healed. */
export async function judge({ stage, schedule, runs, sound }: Case): Promise<readonly Violation[]> {
  const { rig, watch } = stage;
  const { state } = rig.cloud.world;
  const diary = watch?.text() ?? (await rig.moment()).diary;
  const told = JSON.stringify(runs.map(({ ran, error }) => [ran?.events, ran && [...ran.ends], error]));
  const violations = [
    ...(schedule.hasColleague ? judgeCandidate(runs[0]) : []),
    ...judgeTokens(state.calls),
    ...runs.flatMap(judgeEchoes),
    ...runs.flatMap(({ ran }) => (ran ? judgePlan(ran) : [])),
    ...runs.flatMap(judgeFailures),
    ...runs.flatMap((once) => judgeLocks(once, state.calls)),
    ...judgeWords(
      runs,
      state.calls,
      roundsOf(schedule).some((round) => round.hidden !== undefined),
    ),
    ...judgeRepeats(runs, state.calls),
    ...judgeSecrets(diary + told + JSON.stringify(state.calls), rig.cloud.keys()),
    ...(await judgeSecondRun(stage, runs, sound)),
    ...(watch?.violations ?? []),
  ];
  const settled = await rig.settled();
  // Only now: what was sent may come late.
  return [...judgeOrders(ordersOf(state), sound.orders), ...violations, ...judgeWorld(settled, sound.world)];
}

/** I1: the undisturbed run ordered everything once. */
function judgeOrders(
  found: Readonly<Record<string, number>>,
  wanted: Readonly<Record<string, number>>,
): readonly Violation[] {
  const many = Object.entries(found).filter(([action, count]) => count > (wanted[action] ?? 0));
  return many.map(([action, count]) => ({ of: "I1", because: `${action}: ${count} orders` }));
}

/** I1: what a colleague has just bought may be what we were about to buy. */
function judgeCandidate(disturbed: Once | undefined): readonly Violation[] {
  const orders = disturbed?.attempts.filter(({ call }) => call.action === "CreateSmartAccessGateway") ?? [];
  return orders.map(() => ({ of: "I1", because: "a gateway is bought beside a candidate that nobody has claimed" }));
}

/** I7. The run that healed is a second one itself where it found everything done. */
async function judgeSecondRun(stage: Stage, runs: readonly Once[], sound: Undisturbed): Promise<readonly Violation[]> {
  if (runs.at(-1)?.ran?.sent.length === 0) return [];
  const { ran, error } = await runOnce(stage, { way: sound.trial.way });
  if (error) return [{ of: "I9", because: `a second run ends with ${error.message}` }];
  return (ran?.sent ?? []).map((call) => ({ of: "I7", because: `a second run sends ${call.action}` }));
}

function judgeSecrets(text: string, keys: readonly CloudKey[]): readonly Violation[] {
  const leaked = keys.filter(({ secret }) => formsOf(secret).some((form) => text.includes(form)));
  return leaked.map(({ keyId }) => ({
    of: "I4",
    because: `the secret of ${keyId} is in the diary, an event or the cloud's log`,
  }));
}

function formsOf(secret: string): readonly string[] {
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64"), escaped];
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
