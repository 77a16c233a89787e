import type { SagctlError } from "../../errors.ts";
import { entryLines } from "../layout/entry.ts";
import type { Frame } from "../layout/frame.ts";
import { labelledLines } from "../layout/labelled.ts";
import { type Line, linesOf, spaced, span } from "../layout/line.ts";
import { wrap } from "../layout/wrap.ts";

/** An error for a person. Its cause and stack may hold what is nobody's business, so they are not shown. */
export function errorLines(frame: Frame, error: SagctlError): readonly Line[] {
  const [first = "", ...rest] = wrap(frame.words(error.text), 2, frame.columns);
  const sign = span(`${frame.symbols.failed} `, "bad");
  const message = first.startsWith("  ") ? [[sign, span(first.slice(2))]] : [[sign], [span(first)]];
  return spaced([
    [...message, ...linesOf(rest)],
    labelledLines(frame, "Try this:", error.tryThis.map(frame.words)),
    error.requestId === undefined || error.message.includes(error.requestId)
      ? []
      : labelledLines(frame, "Request:", [frame.words(error.requestId)]),
  ]);
}

/** Our own bug: short, with the place of the log, which holds no secrets either. */
export function bugLines(frame: Frame, log: string | undefined): readonly Line[] {
  const where = log === undefined ? [] : [frame.words(`The log is in ${log}`)];
  const texts = ["This is a fault of sagctl, not of yours. Nothing is lost: run the same command again.", ...where];
  return entryLines(frame, { sign: frame.symbols.failed, style: "bad", title: "A fault in sagctl", texts });
}
