import type { Plan, PlanRow } from "../engine/events.ts";
import type { Question } from "../engine/question.ts";
import { commandKey } from "../engine/run-probe.ts";
import type { Change, Risk } from "../engine/step.ts";
import { SagctlError } from "../errors.ts";
import { plain, say, type Text } from "../text.ts";
import type { PlanOptions } from "../ui/plan-screen.ts";
import type { Prices } from "../ui/price.ts";
import type { Context } from "./context.ts";
import type { Flags } from "./flags.ts";

type Consent = Exclude<Risk, "none">;

const flagOf: Readonly<Record<Consent, { readonly flag: string; given(flags: Flags): boolean }>> = {
  "costs-money": { flag: "--approve-purchases", given: (flags) => flags.approvePurchases ?? false },
  shared: { flag: "--allow-shared", given: (flags) => flags.allowShared ?? false },
  destroys: { flag: "--allow-destroy", given: (flags) => flags.allowDestroy ?? false },
};

const questions: Readonly<Record<Consent, (what: string) => Text>> = {
  "costs-money": (what) => say`Spend money: ${what}?`,
  shared: (what) => say`Others share this: ${what}?`,
  destroys: (what) => say`This takes something away: ${what}?`,
};

/** What the flags have allowed already: a plan does not say of it that it is asked for. */
export function allowedBy(flags: Flags): NonNullable<PlanOptions["allowed"]> {
  const all = [
    ["pay", flags.approvePurchases],
    ["share", flags.allowShared],
    ["remove", flags.allowDestroy],
    ["run", flags.allowProbes],
  ] as const;
  return new Set(all.flatMap(([to, isGiven]) => (isGiven ? [to] : [])));
}

/** The ordinary question before anything is sent; --yes answers it. */
export async function confirmRun(context: Context, message: Text): Promise<boolean> {
  if (context.flags.yes) return true;
  return context.ui.ask<boolean>({ flag: "--yes", message, kind: "confirm", initial: false });
}

/** Every consent that the plan needs, each by itself; with nobody to ask a missing one ends the run before any write. */
export async function gatherConsents(
  context: Context,
  plan: Plan,
  prices: Prices = new Map(),
): Promise<ReadonlySet<string>> {
  const approved = new Set<string>();
  for (const row of plan.rows.filter((one) => one.verdict.is !== "stays")) {
    for (const change of row.changes) {
      const says = prices.get(change)?.says;
      if (change.risk !== "none" && (await consent(context, change, change.risk, says)))
        approved.add(keyOf(row, change));
    }
  }
  return new Set([...approved, ...(await consentToCommands(context, plan))]);
}

/**
 * One consent to all that probes would run on instances. Without it they are left out, and all else is done: a network
 * stands whether it is pinged or not.
 */
export async function consentToCommands(context: Context, plan: Plan): Promise<ReadonlySet<string>> {
  const rows = plan.rows.flatMap(({ item, command }) => (command ? [{ item, command }] : []));
  const all = new Set(rows.map(({ item }) => commandKey(item)));
  if (rows.length === 0 || context.flags.allowProbes) return all;
  if (!context.canAsk) return new Set();
  const places = [...new Set(rows.map(({ command }) => plain(command.on)))].join(", ");
  const lines = [...new Set(rows.map(({ command }) => command.line))].join("; ");
  const message = say`Run, as root, by Cloud Assistant on the instances of ${places}: ${lines}?`;
  const isAllowed = await context.ui.ask<boolean>({ flag: "--allow-probes", message, kind: "confirm", initial: false });
  return isAllowed ? all : new Set();
}

/** Undo: what the diary does not prove to be ours is asked for one by one. */
export async function gatherFound(context: Context, plan: Plan): Promise<ReadonlySet<string>> {
  const approved = new Set<string>();
  if (!context.flags.includeFound) return approved;
  for (const row of plan.rows.filter((one) => one.verdict.is === "stays")) {
    for (const change of row.changes) {
      if (await consent(context, change, "destroys")) approved.add(keyOf(row, change));
    }
  }
  return approved;
}

async function consent(context: Context, change: Change, risk: Consent, price?: Text): Promise<boolean> {
  const { flag, given } = flagOf[risk];
  if (given(context.flags)) return true;
  const what = price ? `${plain(change.summary)}; ${plain(price)}` : plain(change.summary);
  if (!context.canAsk) throw missingConsent(flag, what);
  const question: Question<boolean> = { flag, message: questions[risk](what), kind: "confirm", initial: false };
  return context.ui.ask(question);
}

function missingConsent(flag: string, what: string): SagctlError {
  return new SagctlError({
    kind: "guard",
    code: "consent-missing",
    message: say`Nothing has been sent: there is nobody to ask for consent to: ${what}`,
    tryThis: [say`Give it on the command line: ${flag}`, say`See all that the plan holds: sagctl plan`],
  });
}

function keyOf(row: PlanRow, change: Change): string {
  return `${row.item}#${change.slot}`;
}
