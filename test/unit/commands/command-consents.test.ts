import { describe, expect, it } from "vitest";
import { consentToCommands, gatherConsents } from "../../../src/commands/consents.ts";
import type { Context } from "../../../src/commands/context.ts";
import { exitOf } from "../../../src/commands/exit.ts";
import type { End, Plan } from "../../../src/engine/events.ts";
import type { Question } from "../../../src/engine/question.ts";
import { commandKey } from "../../../src/engine/run-probe.ts";
import type { ItemKey } from "../../../src/keys.ts";
import { plain, say } from "../../../src/text.ts";

const pairs = [
  ["ping/vpc1/vpc2/172.16.0.1", "vpc1 10.0.0.1", "ping -c 4 -W 2 172.16.0.1"],
  ["ping/vpc2/vpc1/10.0.0.1", "vpc2 172.16.0.1", "ping -c 4 -W 2 10.0.0.1"],
] as const;

const plan: Plan = {
  way: "do",
  facts: new Map(),
  rows: pairs.map(([item, on, line]) => ({
    item: item as ItemKey,
    title: "Path verified",
    verdict: { is: "settling", until: say`the steps before it`, expectMs: 0 },
    changes: [],
    command: { on: say`${on}`, line, without: { on: say`not pinged`, tryThis: [] } },
  })),
};
const both = new Set(pairs.map(([item]) => commandKey(item as ItemKey)));

function contextOf(flags: Context["flags"], answer?: boolean) {
  const asked: Question<unknown>[] = [];
  const ask = async (question: Question<unknown>) => {
    asked.push(question);
    return answer;
  };
  const context = { flags, canAsk: answer !== undefined, ui: { ask } } as unknown as Context;
  return { context, asked };
}

describe("the consent to commands on instances", () => {
  it("is one question for all of them, with what runs where; no is the answer of who just presses Enter", async () => {
    const { context, asked } = contextOf({}, true);
    expect(await consentToCommands(context, plan)).toEqual(both);
    expect(asked.map(({ flag, kind, initial }) => ({ flag, kind, initial }))).toEqual([
      { flag: "--allow-probes", kind: "confirm", initial: false },
    ]);
    expect(asked.map(({ message }) => plain(message))).toEqual([
      "Run, as root, by Cloud Assistant on the instances of vpc1 10.0.0.1, vpc2 172.16.0.1: ping -c 4 -W 2 172.16.0.1; ping -c 4 -W 2 10.0.0.1?",
    ]);
  });

  it("may be refused, and then nothing of it is allowed", async () => {
    expect(await gatherConsents(contextOf({}, false).context, plan)).toEqual(new Set());
  });

  it("comes by its own flag without a question, and by no other", async () => {
    const given = contextOf({ allowProbes: true }, true);
    expect([await gatherConsents(given.context, plan), given.asked]).toEqual([both, []]);
    const others = contextOf({ yes: true, approvePurchases: true, allowShared: true, allowDestroy: true }, false);
    expect([await gatherConsents(others.context, plan), others.asked.length]).toEqual([new Set(), 1]);
  });

  it("is left out where nobody can be asked: no error, nothing is run", async () => {
    const { context, asked } = contextOf({});
    expect([await gatherConsents(context, plan), asked]).toEqual([new Set(), []]);
  });
});

describe("the exit code of pings that were not allowed", () => {
  const parts = { is: "blocked", who: "person", on: say`x`, tryThis: [], elsewhere: true } as const;
  const notAllowed: End = { ...parts, consent: "--allow-probes" };

  it("is 0 of a whole run, and 7 where they were asked for; what was done elsewhere stays 6", () => {
    expect([exitOf([notAllowed]), exitOf([notAllowed], { alone: true }), exitOf([parts], { alone: true })]).toEqual([
      0, 7, 6,
    ]);
  });
});
