import type { PlanRow } from "../engine/events.ts";
import type { Change, ProbePath } from "../engine/step.ts";
import { itemOf, stepOf } from "../keys.ts";
import type { Frame } from "./frame.ts";
import type { Style } from "./line.ts";
import type { Prices } from "./price.ts";
import { duration } from "./units.ts";
import { heldTogether } from "./wrap.ts";

/** A row of a plan as it is shown: what would be done, in a word and a sentence. */
export interface PlanLine {
  readonly sign: string;
  readonly style?: Style;
  readonly verb: string;
  readonly texts: readonly string[];
  /** What holds for all texts of one title, said once below them. */
  readonly after?: readonly string[];
}

interface Around {
  readonly prices: Prices;
  /** Other items of the step stand under the same title. */
  readonly isOneOfSeveral: boolean;
}

/** What one row of the plan says; nothing for what is true already or not needed. */
export function planLineOf(frame: Frame, row: PlanRow, around: Around): readonly PlanLine[] {
  const waits = row.command ? [commandLine(frame, row.command)] : waitOf(frame, row);
  const changes = row.changes.map((change) =>
    change.risk === "costs-money" ? purchaseLine(frame, row, change, around) : changeLine(frame, change),
  );
  const notes = row.verdict.is === "changes" ? (row.verdict.notes ?? []).map(frame.words) : [];
  const last = changes.at(-1);
  if (last === undefined) return waits;
  return [...waits, ...changes.slice(0, -1), { ...last, texts: [...last.texts, ...notes] }];
}

/** Each stays on one line. */
const asksToPay = heldTogether("asks before paying", Number.POSITIVE_INFINITY);
const asksToRemove = heldTogether("asks before removing", Number.POSITIVE_INFINITY);
const asksToRun = heldTogether("asks first: as root, by Cloud Assistant", Number.POSITIVE_INFINITY);
const asksToShare = heldTogether("asks first: others share it", Number.POSITIVE_INFINITY);

function changeLine(frame: Frame, change: Change): PlanLine {
  const { change: sign, undone } = frame.symbols;
  const says = readable(frame.words(change.summary));
  if (change.risk === "destroys")
    return { sign: undone, style: "bad", verb: "remove", texts: [`${without("remove ", says)}   ${asksToRemove}`] };
  const asks = change.risk === "shared" ? `   ${asksToShare}` : "";
  return { sign, style: "good", verb: "do", texts: [says + asks] };
}

/** With its price, and whose it is where several are bought. */
function purchaseLine(frame: Frame, row: PlanRow, change: Change, { prices, isOneOfSeveral }: Around): PlanLine {
  const says = without("buy ", readable(frame.words(change.summary)));
  const name = frame.words(itemOf(row.item));
  const what = isOneOfSeveral && !says.includes(name) ? `${name}: ${says}` : says;
  const price = prices.get(change);
  const costs = price === undefined ? "" : `\n${frame.words(price.says)}`;
  const after = price?.orderPage === undefined ? {} : { after: [`Order page: ${frame.words(price.orderPage)}`] };
  return {
    sign: frame.symbols.change,
    style: "wait",
    verb: "buy",
    texts: [`${what}${costs}   ${asksToPay}`],
    ...after,
  };
}

/** An id still to come reads as the name of what it will be the id of: `<purchase/beijing.id>` is "beijing (new)". */
function readable(text: string): string {
  return text.replace(/<[a-z-]+\/([^<>]+)\.[A-Za-z]+>/g, "$1 (new)");
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
function commandLine(frame: Frame, { on, line }: NonNullable<PlanRow["command"]>): PlanLine {
  const says = `${frame.words(on)}: ${frame.words(line)}`;
  return { sign: "", style: "wait", verb: "run", texts: [says], after: [asksToRun] };
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
