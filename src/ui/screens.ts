import type { SentCall } from "../api/call.ts";
import type { Plan, Ui } from "../engine/events.ts";
import type { SagctlError } from "../errors.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Table } from "./layout/table.ts";
import type { Fact } from "./screens/facts-screen.ts";
import type { Header } from "./screens/header-screen.ts";
import type { Next } from "./screens/next-screen.ts";
import type { Outcome } from "./screens/outcome-screen.ts";
import type { PathPicture } from "./screens/path-drawing.ts";
import type { Permissions } from "./screens/permissions-screen.ts";
import type { PlanOptions } from "./screens/plan-screen.ts";
import type { Status } from "./screens/status-screen.ts";
import type { Summary } from "./screens/summary-screen.ts";
import type { UndoOptions } from "./screens/undo-screen.ts";

/** All that a command shows. The terminal prints it as it comes; JSON gathers it into the one object of its result. */
export interface Screens extends Ui {
  /** With --verbose: each request that was sent, as its answer comes. */
  printCall(sent: SentCall): void;
  printHeader(header: Header): void;
  printPlan(plan: Plan, options?: PlanOptions): void;
  printCalls(plan: Plan): void;
  printPermissions(permissions: readonly Permissions[]): void;
  printUndoPlan(plan: Plan, options?: UndoOptions): void;
  printStatus(status: Status): void;
  /** `heading` is the field's name in the JSON result, too. */
  printTable(heading: string, table: Table): void;
  printFacts(facts: readonly Fact[]): void;
  printPath(pictures: readonly PathPicture[]): void;
  /** After a run: what has not been shown yet, and who must do what. */
  printOutcome(outcome: Outcome): void;
  printSummary(summary: Summary): void;
  printNext(next: readonly Next[]): void;
  /** A file or another format, as it is. */
  printOutput(text: string): void;
  printError(error: SagctlError): void;
  /** Our own bug; the log is a file. */
  printBug(log: string | undefined): void;
  /** Once, at the very end. */
  finish(exit: ExitCode): void;
}
