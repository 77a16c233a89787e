import { Readable, Writable } from "node:stream";
import type { End } from "../../src/engine/events.ts";
import type { SagctlError } from "../../src/errors.ts";
import { plain, type Text } from "../../src/text.ts";
import { createHumanUi } from "../../src/ui/human.ts";
import type { Screens } from "../../src/ui/screens.ts";
import type { Ran } from "../../test/support/rig.ts";
import type { Once } from "../run-once.ts";
import type { Violation } from "./violation.ts";

const VERBS = [
  "Describe|List|Get|Query|Check|Create|Delete|Modify|Update|Set|Open|Activate|Upgrade|Downgrade",
  "Attach|Detach|Bind|Unbind|Associate|Unassociate|Dissociate|Enable|Disable|Authorize|Revoke|Grant|Run|Invoke",
].join("|");
const CALL = new RegExp(`\\b(${VERBS})[A-Z]\\w+`);
const REQUEST = /request [0-9A-F]{8}-[0-9A-F-]{27}/;

type Failure = Extract<End, { is: "failed" | "unknown" | "unsettled" }>;

/** I8, of one run: what a person reads of each failure names the call, its request where there was one, and what to do next. */
export function judgeFailures({ ran, error }: Once): readonly Violation[] {
  if (error) return judgeError(error);
  const failures = [...(ran?.ends.values() ?? [])].filter(isFailure);
  if (!ran || failures.length === 0) return [];
  const text = outcomeOf(ran);
  return failures.flatMap((end) => missing(text, wantedOf(end)));
}

/** What a person reads at the end of a run, its lines as one. */
export function outcomeOf({ plan, events }: Pick<Ran, "plan" | "events">): string {
  return screen((ui) => {
    ui.tell({ type: "planned", plan });
    for (const event of events) ui.tell(event);
    ui.printOutcome({ again: "sagctl apply" });
  });
}

function judgeError(error: SagctlError): readonly Violation[] {
  const text = screen((ui) => ui.printError(error));
  const hadAnswer = !error.message.includes("sagctl.") && error.code !== "no-credentials";
  return missing(text, [CALL, ...(hadAnswer ? [REQUEST] : []), ...next(error.tryThis)]);
}

function isFailure(end: End): end is Failure {
  return end.is === "unknown" || end.is === "unsettled" || (end.is === "failed" && end.kind !== "check");
}

/** A guard, a list that does not add up and a task that is not over are no call that failed. */
function wantedOf(end: Failure): readonly (RegExp | string)[] {
  if (end.is === "unknown") return [CALL, "--buy-again", ...next(end.tryThis)];
  const said = plain(end.because);
  const ofCall =
    end.is === "failed"
      ? end.kind === "refused" || / refused /.test(said)
      : / (answered with|answer to|too busy for) /.test(said);
  // Codes of our own say that there was no answer that could have had a number.
  const call = ofCall ? [CALL, ...(said.includes("sagctl.") ? [] : [REQUEST])] : [];
  return [...call, ...(end.is === "failed" ? next(end.tryThis) : ["run again: sagctl apply"])];
}

function next(tryThis: readonly Text[]): readonly (RegExp | string)[] {
  const [first] = tryThis;
  return [first === undefined ? /what to do next/ : plain(first)];
}

function missing(text: string, wanted: readonly (RegExp | string)[]): readonly Violation[] {
  const isThere = (one: RegExp | string) => (typeof one === "string" ? text.includes(one) : one.test(text));
  return wanted.filter((one) => !isThere(one)).map((one) => ({ of: "I8", because: `${one} is missing in: ${text}` }));
}

/** What a terminal would show, its lines as one. */
function screen(show: (ui: Screens) => void): string {
  let text = "";
  const write = () =>
    new Writable({
      write: (chunk, _, done) => {
        text += String(chunk);
        done();
      },
    });
  const colour = { stdout: false, stderr: false };
  const terminal = { columns: 120, colour, live: false, unicode: true, canAsk: false, canRedraw: false };
  const streams = { stdin: Readable.from([]), stdout: write(), stderr: write() };
  const manner = { cloudName: "tutorial-a", quiet: true, verbose: false, virtualTime: true };
  show(createHumanUi({ ...streams, terminal, ...manner }));
  return text.replace(/\s+/g, " ").trim();
}
