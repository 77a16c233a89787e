import type { ApiCall } from "../../src/api/call.ts";
import type { CallEntry } from "../../src/simulator/world.ts";
import { compareWithPlan } from "../../test/steps/planned-calls.ts";
import type { Ran } from "../../test/support/rig.ts";
import type { Once } from "../run-once.ts";
import type { Violation } from "./violation.ts";
import { isAnswered, isUnknown } from "./what-became.ts";

/** D and E, as the rig's runs have them. */
const COMMIT_BOUND_MS = 15 * 60_000;
const READ_LAG_MS = 5 * 60_000;

/** I6, of one run: a call that is sent once more under the next generation of its mark is the same call. */
export function judgePlan({ plan, sent }: Ran): readonly Violation[] {
  const { sentOnly } = compareWithPlan(plan, sent.map(ofOneGeneration));
  return sentOnly.map((call) => ({ of: "I6", because: `not in the plan: ${call}` }));
}

function ofOneGeneration(call: ApiCall): ApiCall {
  return JSON.parse(JSON.stringify(call).replace(/(sagctl-[0-9a-f]{12})-g\d+/g, "$1")) as ApiCall;
}

/**
 * I5, of all calls that reached the cloud, in their order. What was sent under a token is in the balance until an answer
 * says that it was carried out, or until it cannot be any more; that a repeat of it is turned away says nothing.
 */
export function judgeTokens(calls: readonly CallEntry[]): readonly Violation[] {
  const violations: Violation[] = [];
  const inBalance = new Map<string, { readonly token: string; readonly at: number }>();
  for (const call of calls) {
    const { ClientToken: token, ...rest } = call.params;
    if (call.kind !== "write" || typeof token !== "string") continue;
    const what = `${call.action} ${JSON.stringify(flat(rest))}`.replace(/-g\d+"/g, '"');
    const before = inBalance.get(what);
    if (before !== undefined && before.token !== token && call.at - before.at < COMMIT_BOUND_MS)
      violations.push({ of: "I5", because: `under another token: ${what}` });
    if (isUnknown(call)) inBalance.set(what, { token, at: call.at });
    else if (isAnswered(call)) inBalance.delete(what);
  }
  return violations;
}

/** As on the wire, `Name.1.Key`: a call that is turned away early is logged before its lists are read. */
function flat(value: unknown, name = ""): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return { [name]: String(value) };
  const from = Array.isArray(value) ? 1 : 0;
  const inner = Object.entries(value).map(([key, one]) => [from === 1 ? String(Number(key) + 1) : key, one] as const);
  return Object.assign({}, ...inner.map(([key, one]) => flat(one, name === "" ? key : `${name}.${key}`)));
}

/** I5, of one run: what was answered is not sent again while a list may not show it yet. */
export function judgeEchoes({ attempts }: Once): readonly Violation[] {
  const answeredAt = new Map<string, number>();
  return attempts.flatMap(({ call, at, outcome }): readonly Violation[] => {
    const what = JSON.stringify([call.action, { ...call.params, ClientToken: "" }]).replace(/-g\d+"/g, '"');
    const before = answeredAt.get(what);
    if (outcome?.is === "answered") answeredAt.set(what, at);
    if (before === undefined || at - before >= READ_LAG_MS) return [];
    return [{ of: "I5", because: `again after ${(at - before) / 1000} s, although it was answered: ${what}` }];
  });
}
