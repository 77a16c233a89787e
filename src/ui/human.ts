import type { CloudName } from "./cloud-name.ts";
import { type Frame, frameOf, type Placing } from "./layout/frame.ts";
import { tableLines } from "./layout/table.ts";
import { createListener } from "./listener.ts";
import { createPrinter, type Printer } from "./printer.ts";
import { createProgress } from "./progress.ts";
import { createAsker } from "./questions/questions.ts";
import { callsLines, sentLines } from "./screens/calls-screen.ts";
import { bugLines, errorLines } from "./screens/error-screen.ts";
import { factsLines } from "./screens/facts-screen.ts";
import { headerLines } from "./screens/header-screen.ts";
import { nextLines } from "./screens/next-screen.ts";
import { outcomeLines } from "./screens/outcome-screen.ts";
import { pathLines } from "./screens/path-drawing.ts";
import { permissionsLines } from "./screens/permissions-screen.ts";
import { planLines } from "./screens/plan-screen.ts";
import { statusLines } from "./screens/status-screen.ts";
import { summaryLines } from "./screens/summary-screen.ts";
import { undoLines } from "./screens/undo-screen.ts";
import type { Screens } from "./screens.ts";
import { createSpinner } from "./spinner.ts";
import type { Input, Output, Terminal } from "./terminal.ts";

export interface HumanParts {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly terminal: Terminal;
  /** Asked by each screen: a wizard that starts on no cloud yet learns its name on the way. */
  readonly cloudName: CloudName;
  /** Results and trouble: no progress, no counts, no hints. */
  readonly quiet: boolean;
  /** Each call and what came of it, too; in a plan what is not needed. */
  readonly verbose: boolean;
  /** Waits take no real time, so that lines can wait for their turn in the list. */
  readonly virtualTime?: boolean;
  /** Ends an open question. */
  readonly stop?: AbortSignal;
  readonly placing?: Placing;
}

/** The screens of a person at a terminal, and of a log that a person reads later. */
export function createHumanUi(parts: HumanParts): Screens {
  const spinner = createSpinner(parts.stderr, parts.quiet ? still(parts.terminal) : parts.terminal);
  const printer = createPrinter({ ...parts, aside: spinner.aside });
  const progress = createProgress();
  const frame = () => frameOf(parts.terminal, parts.placing);
  const listener = createListener({ ...parts, frame, printer, progress, spinner });
  const asker = createAsker({ ...parts, frame, printer });
  return {
    ...resultScreens(parts, printer, frame),
    tell: listener.tell,
    ask: (question) => spinner.during(asker.ask(question)),
    printOutcome: (outcome) => {
      listener.flush();
      printer.block("stdout", outcomeLines(frame(), progress.all(), outcome, parts.cloudName));
    },
    printError: (error) => {
      spinner.show(undefined);
      printer.block("stderr", errorLines(frame(), error));
    },
    printBug: (log) => {
      spinner.show(undefined);
      printer.block("stderr", bugLines(frame(), log));
    },
    finish: () => spinner.show(undefined),
  };
}

/** The same terminal, on which no line is redrawn. */
function still(terminal: Terminal): Terminal {
  return Object.create(terminal, { live: { value: false } }) as Terminal;
}

type ResultScreens = Omit<Screens, "tell" | "ask" | "printOutcome" | "printError" | "printBug" | "finish">;

function resultScreens(parts: HumanParts, printer: Printer, frame: () => Frame): ResultScreens {
  const { quiet, verbose } = parts;
  const show = (lines: Parameters<Printer["block"]>[1]) => printer.block("stdout", lines);
  const showUnlessQuiet: typeof show = (lines) => void (quiet || show(lines));
  return {
    printHeader: (header) => showUnlessQuiet(headerLines(frame(), header, parts.cloudName)),
    printPlan: (plan, { next = [], ...options } = {}) => {
      const hints = quiet ? {} : { next };
      show(planLines(frame(), plan, { everything: verbose, ...hints, ...options }, parts.cloudName));
    },
    printCall: (sent) => printer.rows("stderr", sentLines(frame(), sent)),
    printCalls: (plan) => show(callsLines(frame(), plan)),
    printPermissions: (permissions) => show(permissionsLines(frame(), permissions)),
    printUndoPlan: (plan, options) => show(undoLines(frame(), plan, options)),
    printStatus: (status) => show(statusLines(frame(), status)),
    printTable: (_, table) => show(tableLines(frame(), table)),
    printFacts: (facts) => show(factsLines(frame(), facts)),
    printPath: (pictures) => pictures.forEach((picture) => void show(pathLines(frame(), picture))),
    printSummary: (summary) => showUnlessQuiet(summaryLines(frame(), summary, parts.cloudName)),
    printNext: (next) => showUnlessQuiet(nextLines(frame(), next)),
    printOutput: (text) => printer.raw(text),
  };
}
