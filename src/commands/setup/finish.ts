import type { Plan } from "../../engine/events.ts";
import { guardsOf } from "../../engine/plan.ts";
import { preview } from "../../engine/preview.ts";
import type { Question } from "../../engine/question.ts";
import { type ExitCode, exitCode } from "../../exit-codes.ts";
import { loadNetworkFile } from "../../network/load.ts";
import { saveNetworkFile } from "../../network/yaml/save.ts";
import type { AnswersStore } from "../../state/answers-store.ts";
import { say } from "../../text.ts";
import type { Prices } from "../../ui/price.ts";
import { carryOut } from "../apply.ts";
import { allowedBy, gatherConsents } from "../consents.ts";
import type { Context } from "../context.ts";
import type { Flags } from "../flags.ts";
import { pricesOf } from "../prices.ts";
import { type Arrival, onNetwork, type Session } from "../session.ts";
import type { Answered } from "./interview.ts";
import { oneLine } from "./one-line.ts";
import type { SetupFiles } from "./setup-files.ts";
import type { Talk } from "./talk.ts";
import { markerField } from "./talk-through.ts";

interface Finish {
  readonly talk: Talk;
  readonly store: AnswersStore;
  readonly files: SetupFiles;
  readonly text: string | undefined;
  readonly arrival: Arrival;
}

type Decision = "apply" | "write" | "change" | "leave";

/** The plan, what a person says to it, the network file, the run, and the line that says the same. */
export async function finish(context: Context, end: Finish): Promise<ExitCode | "again"> {
  const { files, arrival } = end;
  const text = saveNetworkFile(end.text, editsOf(end));
  const network = { ...loadNetworkFile(text, files.path, [], end.talk.sketch.goal), file: files.path };
  return onNetwork(context, { ...arrival, network, readOnly: context.flags.dryRun ?? false }, (session) =>
    decide(context, end, text, session),
  );
}

/** The mark is in the file before anything is bought, and a file that has one keeps it. */
function editsOf({ talk, text }: Finish) {
  const { edits } = talk.sketch;
  const isMarked = text !== undefined && /^marker:/m.test(text);
  return isMarked ? edits : [...edits, { path: ["marker"], value: talk.interview.kept(markerField) }];
}

async function decide(context: Context, end: Finish, text: string, session: Session): Promise<ExitCode | "again"> {
  const { ui, flags } = context;
  const plan = await preview(session.nodes, session.world, "do");
  ui.tell({ type: "planned", plan });
  const prices = await pricesOf(session.cloud, plan);
  ui.printPlan(plan, { prices, allowed: allowedBy(flags) });
  showGuards(context, plan);
  if (flags.dryRun) return guardsOf(plan).length > 0 ? exitCode.guard : exitCode.ok;
  const decision = flags.yes ? "apply" : await ui.ask(whatNow(plan, end, flags));
  if (decision === "change") return takeBack(context, end);
  if (decision === "leave") return left(context);
  if (decision === "write") {
    await write(context, end, text);
    ui.printNext([{ command: applyLine(context, end), what: "carry it out" }]);
    return exitCode.ok;
  }
  return run(context, end, text, session, plan, prices);
}

/** What stands in the way is shown with the plan, so that an answer can be changed at once. */
function showGuards({ ui }: Context, plan: Plan): void {
  for (const { verdict } of guardsOf(plan)) {
    if (verdict.is === "failed") ui.tell({ type: "note", text: verdict.because });
  }
}

function whatNow(plan: Plan, { files: { path }, talk }: Finish, flags: Flags): Question<Decision> {
  const isStopped = guardsOf(plan).length > 0;
  const canChange = talk.interview.open.length > 0;
  const insteadOfIt = canChange ? "change" : "leave";
  const buys = plan.rows.some((row) => row.changes.some(({ risk }) => risk === "costs-money"));
  const asks = buys && !flags.approvePurchases ? ", then asks for each purchase" : "";
  const apply = { value: "apply" as const, columns: ["Carry it out", `writes ${path}${asks}`] };
  return {
    flag: "--yes",
    message: say`What now?`,
    kind: "choose-one",
    choices: [
      isStopped ? { ...apply, disabled: say`something stands in the way` } : apply,
      { value: "write", columns: [`Only write ${path}`, "to read or to edit it first"] },
      {
        value: "change",
        columns: ["Change an answer"],
        ...(canChange ? {} : { disabled: say`each was given by a flag` }),
      },
      { value: "leave", columns: ["Leave it for now", "the answers are kept"] },
    ],
    initial: isStopped ? insteadOfIt : "apply",
  };
}

async function takeBack(context: Context, { talk }: Finish): Promise<"again"> {
  const { interview } = talk;
  const { open } = interview;
  const choices = open.map((one) => ({
    value: one.key,
    columns: [titleAmong(one, open), one.key === "ship-to-name" ? "" : one.shown],
  }));
  const message = say`Which answer?`;
  await interview.forget(await context.ui.ask<string>({ flag: "--yes", message, kind: "choose-one", choices }));
  return "again";
}

/** Its label, and what it is about where others are called the same. */
function titleAmong({ label, about }: Answered, all: readonly Answered[]): string {
  const isOnly = all.filter((other) => other.label.template === label.template).length === 1;
  return isOnly ? label.template : `${label.template} ${about ?? ""}`.trimEnd();
}

function left(context: Context): ExitCode {
  context.ui.tell({ type: "note", text: say`Nothing has been sent or written. Your answers are kept.` });
  context.ui.printNext([{ command: context.again, what: "go on from here" }]);
  return exitCode.guard;
}

/** The answers are in the file from now on, and go. */
async function write({ ui }: Context, { files, store }: Finish, text: string): Promise<void> {
  await files.writeText(text);
  await store.clear();
  ui.tell({ type: "note", text: say`${files.path} is written.` });
}

async function run(
  context: Context,
  end: Finish,
  text: string,
  session: Session,
  plan: Plan,
  prices: Prices,
): Promise<ExitCode> {
  const started = context.wallNow();
  const approved = guardsOf(plan).length > 0 ? new Set<string>() : await gatherConsents(context, plan, prices);
  if (context.canAsk) session.world.reads.forget();
  await write(context, end, text);
  const parts = { plan, nodes: session.nodes, approved, started, again: applyLine(context, end), alone: false };
  const code = await carryOut(context, session, parts);
  const again = { command: applyLine(context, end), what: "again at any time: it changes only what is not true" };
  const same = { command: oneLine(context.alike("setup"), end.talk, plan), what: "the same without questions" };
  context.ui.printNext(code === exitCode.ok ? [again, same] : [same]);
  return code;
}

/** Until something is bought, the next run must be told as well that it may stand beside another. */
function applyLine({ alike, flags }: Context, { talk }: Finish): string {
  const anew = talk.sketch.goal.createNew && !flags.new ? " --new" : "";
  return alike("apply") + anew;
}
