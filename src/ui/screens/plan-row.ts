import type { PlanRow } from "../../engine/events.ts";
import type { ProbePath } from "../../engine/probe-path.ts";
import type { Change } from "../../engine/verdict.ts";
import { itemOf, stepOf } from "../../keys.ts";
import type { Frame } from "../layout/frame.ts";
import type { Style } from "../layout/line.ts";
import { heldTogether } from "../layout/wrap.ts";
import type { Prices } from "../price.ts";
import { duration } from "../units.ts";

/** A row of a plan as it is shown: what would be done, in a word and a sentence. */
export interface PlanLine {
  readonly sign: string;
  readonly style?: Style;
  readonly verb: string;
  readonly texts: readonly string[];
  /** What holds for all texts of one title, said once below them. */
  readonly after?: readonly string[];
}

/** What this run has been allowed beforehand, and does not ask for. */
export type Allowed = ReadonlySet<"pay" | "share" | "remove" | "run">;

interface Around {
  readonly prices: Prices;
  readonly allowed: Allowed;
  /** Other items of the step stand under the same title. */
  readonly isOneOfSeveral: boolean;
}

/** What one row of the plan says; nothing for what is true already or not needed. */
export function planLineOf(frame: Frame, row: PlanRow, around: Around): readonly PlanLine[] {
  const { allowed } = around;
  const waits = row.command ? [commandLine(frame, row.command, allowed)] : waitOf(frame, row);
  const changes = row.changes.map((change) =>
    change.risk === "costs-money" ? purchaseLine(frame, row, change, around) : changeLine(frame, change, allowed),
  );
  const notes = row.verdict.is === "changes" ? (row.verdict.notes ?? []).map(frame.words) : [];
  const last = changes.at(-1);
  if (last === undefined) return waits;
  return [...waits, ...changes.slice(0, -1), { ...last, texts: [...last.texts, ...notes] }];
}

const consents = {
  pay: { asks: "asks before paying", allowed: "approved beforehand" },
  remove: { asks: "asks before removing", allowed: "allowed beforehand" },
  run: { asks: "asks first: as root, by Cloud Assistant", allowed: "allowed beforehand: as root, by Cloud Assistant" },
  share: { asks: "asks first: others share it", allowed: "allowed beforehand: others share it" },
} as const;

/** Whether it is asked for, on one line. */
function consent(to: keyof typeof consents, allowed: Allowed): string {
  return heldTogether(consents[to][allowed.has(to) ? "allowed" : "asks"], Number.POSITIVE_INFINITY);
}

function changeLine(frame: Frame, change: Change, allowed: Allowed): PlanLine {
  const { change: sign, undone } = frame.symbols;
  const says = frame.words(change.summary);
  if (change.risk === "destroys") {
    const texts = [`${without("remove ", says)}   ${consent("remove", allowed)}`];
    return { sign: undone, style: "bad", verb: "remove", texts };
  }
  const asks = change.risk === "shared" ? `   ${consent("share", allowed)}` : "";
  return { sign, style: "good", verb: "do", texts: [says + asks] };
}

/** With its price, and whose it is where several are bought. */
function purchaseLine(
  frame: Frame,
  row: PlanRow,
  change: Change,
  { prices, allowed, isOneOfSeveral }: Around,
): PlanLine {
  const says = without("buy ", frame.words(change.summary));
  const name = frame.words(itemOf(row.item));
  const what = isOneOfSeveral && !says.includes(name) ? `${name}: ${says}` : says;
  const price = prices.get(change);
  const costs = price === undefined ? "" : `\n${frame.words(price.says)}`;
  const after = price?.orderPage === undefined ? {} : { after: [`Order page: ${frame.words(price.orderPage)}`] };
  return {
    sign: frame.symbols.change,
    style: "wait",
    verb: "buy",
    texts: [`${what}${costs}   ${consent("pay", allowed)}`],
    ...after,
  };
}

/** The verb stands in a column of its own. */
function without(verb: string, text: string): string {
  return text.startsWith(verb) ? text.slice(verb.length) : text;
}

function waitOf(frame: Frame, row: PlanRow): readonly PlanLine[] {
  const { verdict, first } = row;
  const { waiting, failed } = frame.symbols;
  const wait = { sign: waiting, style: "wait" as const, verb: "wait" };
  if (first !== undefined) return [{ ...wait, texts: [frame.words(`a step comes first: sagctl ${stepOf(first)}`)] }];
  switch (verdict.is) {
    case "settling":
      return [{ ...wait, texts: [`for ${frame.words(verdict.until)}${usually(verdict.expectMs)}`] }];
    case "blocked":
      return [{ ...wait, texts: [frame.words(verdict.on) + usually(verdict.expectMs)] }];
    case "probe":
      return [
        { ...wait, sign: "", verb: "check", texts: probesOf(verdict).map((path) => frame.words(probeWords(path))) },
      ];
    case "failed":
      return [
        { sign: failed, style: "bad", verb: "stop", texts: [frame.words(verdict.because), ...tryThis(frame, verdict)] },
      ];
    default:
      return [];
  }
}

/** What a probe would run on an instance, once the steps before it are done. */
function commandLine(frame: Frame, { on, line }: NonNullable<PlanRow["command"]>, allowed: Allowed): PlanLine {
  const says = `${frame.words(on)}: ${frame.words(line)}`;
  return { sign: "", style: "wait", verb: "run", texts: [says], after: [consent("run", allowed)] };
}

function tryThis(
  frame: Frame,
  verdict: { readonly tryThis: readonly Parameters<Frame["words"]>[0][] },
): readonly string[] {
  return verdict.tryThis.map(frame.words);
}

function usually(ms: number | undefined): string {
  return ms === undefined || ms <= 0 ? "" : `, usually about ${duration(ms)}`;
}

function probesOf({ path, next }: Extract<PlanRow["verdict"], { is: "probe" }>): readonly ProbePath[] {
  return next ? [path, next] : [path];
}

function probeWords(path: ProbePath): string {
  const { name, address } = path.to;
  const how = path.protocol === "tcp" ? `connect to TCP port ${path.port} of` : "ping";
  return `${how} ${name} ${address} from ${"branch" in path.from ? path.from.branch : path.from.vpc}`;
}
