import type { ApiCall, Param, Params, SentCall } from "../../api/call.ts";
import type { Plan } from "../../engine/events.ts";
import type { Change } from "../../engine/verdict.ts";
import { displayWidth, padTo } from "../layout/display-width.ts";
import { type Frame, isNarrow } from "../layout/frame.ts";
import { type Line, linesOf, spaced, span } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";
import { standIn } from "../personal.ts";

/** The exact calls of a plan, in order; ids still to come and personal data are placeholders. */
export function callsLines(frame: Frame, plan: Plan): readonly Line[] {
  const changes = plan.rows.flatMap((row) => row.changes);
  return spaced(changes.map((change, index) => callLines(frame, change, index + 1)));
}

function callLines(frame: Frame, change: Change, number: number): readonly Line[] {
  const { call } = change.write;
  const lead = `${number}  `.padEnd(4);
  const where = `${call.product} ${call.action}   ${call.region}   account ${call.account}`;
  const [first = "", ...rest] = wrap(frame.words(where), lead.length, frame.columns);
  const summary = wrap(frame.words(change.summary), lead.length, frame.columns);
  const head: readonly Line[] = [[span(lead), span(first.trimStart(), "strong")], ...linesOf(rest, "strong")];
  return [...head, ...linesOf(summary, "faint"), ...paramLines(frame, call)];
}

/** One call that was sent: `read Cbn DescribeCens cn-shanghai account hub PageNumber=1: answered, request …`. */
export function sentLines(frame: Frame, { call, kind, outcome, code, requestId }: SentCall): readonly Line[] {
  const { product, action, account, region, params } = call;
  const said = flatten(params).map(([name, value]) => `${name}=${value}`);
  const what = [kind, product, action, region, `account ${account}`, ...said].join(" ");
  const became = code === "" ? outcome : `${outcome} ${code}`;
  const request = requestId === "" ? "" : `, request ${requestId}`;
  const [first = "", ...rest] = wrap(frame.words(`${what}: ${became}${request}`), 4, frame.columns);
  return linesOf([first.slice(2), ...rest], "faint");
}

function paramLines(frame: Frame, call: ApiCall): readonly Line[] {
  const flat = flatten(call.params);
  const width = isNarrow(frame) ? 0 : Math.max(0, ...flat.map(([name]) => displayWidth(name)));
  return flat.flatMap(([name, value]) => {
    const lines = wrap(`${padTo(name, width)}  ${frame.value(value)}`, 4, frame.columns);
    return linesOf(lines);
  });
}

/** As on the wire: lists are `Name.1`, objects in them `Name.1.Key`. */
function flatten(params: Params, before = ""): readonly (readonly [string, string])[] {
  return Object.entries(params).flatMap(([name, value]) => flatValue(before + name, standIn(name) ?? value));
}

function flatValue(name: string, value: Param | Params): readonly (readonly [string, string])[] {
  if (typeof value !== "object") return [[name, String(value)]];
  if (isList(value)) return value.flatMap((one, index) => flatValue(`${name}.${index + 1}`, one));
  return flatten(value, `${name}.`);
}

function isList(value: object): value is readonly (string | Params)[] {
  return Array.isArray(value);
}
