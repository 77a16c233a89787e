import type { Plan, PlanRow } from "../engine/events.ts";
import type { Question } from "../engine/question.ts";
import { commandKey } from "../engine/run-probe.ts";
import type { Change, Risk } from "../engine/verdict.ts";
import { SagctlError } from "../errors.ts";
import { plain, say, type Text } from "../text.ts";
import type { Prices } from "../ui/price.ts";
import type { PlanOptions } from "../ui/screens/plan-screen.ts";
import type { Context } from "./context.ts";
import type { Flags } from "./flags.ts";

type Consent = Exclude<Risk, "none">;

const flagOf: Readonly<Record<Consent, { readonly flag: string; given(flags: Flags): boolean }>> = {
  "costs-money": { flag: "--approve-purchases", given: (flags) => flags.approvePurchases ?? false },
  shared: { flag: "--allow-shared", given: (flags) => flags.allowShared ?? false },
  destroys: { flag: "--allow-destroy", given: (flags) => flags.allowDestroy ?? false },
};

const questions: Readonly<Record<Consent, (what: string) => Text>> = {
  "costs-money": (what) =>
    what.startsWith("buy ") ? say`Spend money on ${what.slice(4)}?` : say`Spend money: ${what}?`,
  shared: (what) => say`Others share this: ${what}?`,
  destroys: (what) =>
    what.startsWith("delete ") ? say`Delete ${what.slice(7)}?` : say`This takes something away: ${what}?`,
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

/** Every consent that the plan needs, each by itself; with nobody to ask all that are missing end the run before any write. */
export async function gatherConsents(
  context: Context,
  plan: Plan,
  prices: Prices = new Map(),
): Promise<ReadonlySet<string>> {
  const wanted = wantedFor(plan, prices);
  expectConsents(context, wanted);
  return new Set([...(await ask(context, wanted)), ...(await consentToCommands(context, plan))]);
}

/** Ends the run where nobody can be asked for what is missing: for all of it at once. */
export function expectConsents(context: Context, wanted: readonly Wanted[]): void {
  const missing = wanted.filter((one) => !context.canAsk && !flagOf[one.risk].given(context.flags));
  if (missing.length > 0) throw missingConsents(context, missing);
}

/** A change that needs a consent. */
interface Wanted {
  readonly key: string;
  readonly risk: Consent;
  readonly what: string;
}

export function wantedFor(plan: Plan, prices: Prices = new Map()): readonly Wanted[] {
  return plan.rows.flatMap((row) =>
    row.verdict.is === "stays" ? [] : row.changes.flatMap((change) => wantedOf(row, change, change.risk, prices)),
  );
}

function wantedOf(row: PlanRow, change: Change, risk: Risk, prices: Prices): readonly Wanted[] {
  if (risk === "none") return [];
  const price = prices.get(change)?.says;
  const what = price ? `${plain(change.summary)}; ${plain(price)}` : plain(change.summary);
  return [{ key: `${row.item}#${change.slot}`, risk, what }];
}

async function ask(context: Context, wanted: readonly Wanted[]): Promise<readonly string[]> {
  const approved: string[] = [];
  for (const one of wanted) if (await consent(context, one)) approved.push(one.key);
  return approved;
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
  return new Set(await ask(context, foundIn(context, plan)));
}

export function foundIn({ flags }: Context, plan: Plan): readonly Wanted[] {
  if (!flags.includeFound) return [];
  const found = plan.rows.filter((one) => one.verdict.is === "stays");
  return found.flatMap((row) => row.changes.flatMap((change) => wantedOf(row, change, "destroys", new Map())));
}

async function consent(context: Context, { risk, what }: Wanted): Promise<boolean> {
  const { flag, given } = flagOf[risk];
  if (given(context.flags)) return true;
  const question: Question<boolean> = { flag, message: questions[risk](what), kind: "confirm", initial: false };
  return context.ui.ask(question);
}

function missingConsents(context: Context, missing: readonly Wanted[]): SagctlError {
  const flags = [...new Set(missing.map(({ risk }) => flagOf[risk].flag))].join(" ");
  // Without its consents a plan of apply is the same as it is shown by plan; any other is shown by its own command.
  const see = context.command === "apply" ? "sagctl plan" : `${context.again} --dry-run`;
  return new SagctlError({
    kind: "guard",
    code: "consent-missing",
    message: say`Nothing has been sent: there is nobody to ask for consent to: ${missing.map(({ what }) => what).join("; to: ")}`,
    tryThis: [say`Give it on the command line: ${flags}`, say`See all that the plan holds: ${see}`],
  });
}
