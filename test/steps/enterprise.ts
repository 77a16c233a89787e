import { readFileSync } from "node:fs";
import type { End } from "../../src/engine/events.ts";
import { type ItemKey, stepOf } from "../../src/keys.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { enterpriseScenarios } from "../../src/simulator/scenarios/enterprise-scenarios.ts";
import type { SimAccount, World } from "../../src/simulator/world.ts";
import { plain, type Text } from "../../src/text.ts";
import { openRig, type Ran, type Rig, type RigOptions } from "../support/rig.ts";
import { exampleFile } from "../support/worlds.ts";

export interface EnterpriseRig extends Partial<RigOptions> {
  /** What somebody has done to the scenario before. */
  readonly build?: (world: World) => void;
}

/** Today's cloud without a socket: a scenario and the example of its name, either of them changed. */
export function openEnterprise(name: string, { build, ...options }: EnterpriseRig = {}): Promise<Rig> {
  const text = readFileSync(exampleFile(name), "utf8");
  return openRig({ scenario: enterprise(name, build), text, wire: "none", ...options });
}

function enterprise(name: string, build: (world: World) => void = () => {}): Scenario {
  const known = enterpriseScenarios[name];
  if (!known) throw new Error(`no scenario ${name}`);
  return {
    ...known,
    build: (world) => {
      known.build(world);
      build(world);
    },
  };
}

/** Another network file, or another choice, on the world as it stands: the console's user and sagctl's go on. */
export function goOn({ cloud }: Rig, name: string, options: EnterpriseRig = {}): Promise<Rig> {
  const state = structuredClone(cloud.world.state);
  const build = (world: World) => {
    Object.assign(world.state, structuredClone(state), { calls: [] });
    options.build?.(world);
  };
  return openEnterprise(name, { ...options, build });
}

/** The example with one thing written otherwise. */
export function exampleBut(name: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync(exampleFile(name), "utf8"),
  );
}

/** The items of some steps. */
export function ofSteps(...names: readonly string[]): (key: ItemKey) => boolean {
  return (key) => names.includes(stepOf(key));
}

export function accountIn(world: World, name: string): SimAccount {
  const found = world.state.accounts.find((one) => one.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

/** The actions that were carried out, in order. */
export function writesIn(ran: Pick<Ran, "calls">): readonly string[] {
  return ran.calls.filter((call) => call.kind === "write" && call.committed).map((call) => call.action);
}

export function readsIn(ran: Pick<Ran, "calls">): readonly string[] {
  return ran.calls.filter((call) => call.kind === "read").map((call) => call.action);
}

/** How an item ended: the kind, and all that a person is told of it. */
export function endOf(ran: Ran, key: ItemKey): { readonly is: End["is"] | undefined; readonly words: string } {
  const end = ran.ends.get(key);
  return { is: end?.is, words: end ? wordsOf(end) : "" };
}

/** What the plan says of an item. */
export function planned(
  ran: Pick<Ran, "plan">,
  key: ItemKey,
): { readonly is: string | undefined; readonly words: string } {
  const row = ran.plan.rows.find((one) => one.item === key);
  const changes = row?.changes.map((one) => plain(one.summary)) ?? [];
  return { is: row?.verdict.is, words: [row ? wordsOf(row.verdict) : "", ...changes].join("\n") };
}

function wordsOf(verdict: object): string {
  const { as, because, on, until, tryThis = [], notes = [] } = verdict as Record<string, Text & readonly Text[]>;
  const single = [as, because, on, until].filter((one): one is Text & readonly Text[] => one !== undefined);
  return [...single, ...tryThis, ...notes].map(plain).join("\n");
}
