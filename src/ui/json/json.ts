import type { End, Plan } from "../../engine/events.ts";
import type { SagctlError } from "../../errors.ts";
import { say } from "../../text.ts";
import { type CloudName, isReal } from "../cloud-name.ts";
import { deedCommands } from "../deeds.ts";
import { type Placing, unplaced } from "../layout/frame.ts";
import type { Table } from "../layout/table.ts";
import type { Prices } from "../price.ts";
import { createProgress } from "../progress.ts";
import { missingValue } from "../questions/questions.ts";
import type { PlanOptions } from "../screens/plan-screen.ts";
import type { Screens } from "../screens.ts";
import type { Output } from "../terminal.ts";
import { jsonEvent, jsonPlan, jsonSent } from "./json-event.ts";
import { withPlaces } from "./json-placed.ts";
import { jsonValue } from "./json-value.ts";

export interface JsonParts {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly command: string;
  readonly cloudName: CloudName;
  readonly placing?: Placing;
  /** The result alone: no events. */
  readonly quiet?: boolean;
}

/** For scripts: events are lines on stderr, the result is one object on stdout at the end (json-shapes.ts), and nobody is asked. */
export function createJsonUi({ stdout, stderr, command, cloudName, placing = unplaced, quiet }: JsonParts): Screens {
  const progress = createProgress();
  const cloud = isReal(cloudName) ? { cloud: "real" } : { cloud: "simulated", scenario: cloudName };
  const result: Record<string, unknown> = { version: 1, command, ...cloud };
  const keep = (name: string, value: unknown) => {
    result[name] = jsonValue(value);
  };
  let prices: Prices = new Map();
  const keepPlan = (plan: Plan, options: PlanOptions = {}) => {
    prices = options.prices ?? prices;
    result.plan = jsonPlan(plan, prices);
  };
  return {
    ...keepers(result, keep, keepPlan),
    tell: (event) => {
      if (event.type === "planned") progress.expect(event.plan);
      if (event.type === "ended") progress.ended(event);
      if (!quiet) stderr.write(`${JSON.stringify(withPlaces(jsonEvent(event), placing))}\n`);
    },
    printCall: (sent) => stderr.write(`${JSON.stringify(jsonSent(sent))}\n`),
    ask: async (question) => {
      if (question.settled) return question.settled.value;
      throw missingValue(question);
    },
    printOutcome: ({ again }) => {
      const deeds = deedCommands(progress.all(), cloudName);
      const next = [...deeds, again].map((command) => ({ command }));
      if (progress.all().some(({ end }) => mayGoOn.has(end.is))) keep("next", next);
    },
    finish: (exit) => {
      const items = progress.all().map(({ item, title, end }) => ({ key: item, title, end }));
      if (items.length > 0) keep("items", items);
      stdout.write(`${JSON.stringify(withPlaces({ ...result, exit }, placing), undefined, 2)}\n`);
    },
  };
}

/** Ends after which the same command goes on. */
const mayGoOn: ReadonlySet<End["is"]> = new Set(["blocked", "unsettled", "interrupted"]);

type Keepers = Omit<Screens, "tell" | "printCall" | "ask" | "printOutcome" | "finish">;
type Keep = (name: string, value: unknown) => void;

function keepers(
  result: Record<string, unknown>,
  keep: Keep,
  keepPlan: (plan: Plan, options?: PlanOptions) => void,
): Keepers {
  const tables = new Map<string, unknown>();
  const keepTable = (heading: string, table: Table) => keep("tables", tables.set(heading, rowsByName(table)));
  return {
    printHeader: ({ network, accounts }) => {
      keep("network", network);
      keep("accounts", accounts);
    },
    printPlan: keepPlan,
    printCalls: (plan) => keepPlan(plan),
    printUndoPlan: (plan) => keepPlan(plan),
    printPermissions: (permissions) => keep("permissions", permissions),
    printStatus: (status) => {
      keep("status", status.rows);
      for (const table of status.tables ?? []) keepTable(table.heading, table);
    },
    printTable: keepTable,
    printFacts: (facts) => keep("facts", Object.fromEntries(facts.map((fact) => [fact.name, fact.value]))),
    printPath: (pictures) => keep("paths", pictures),
    printSummary: (summary) => keep("counts", summary),
    printNext: (next) => keep("next", next),
    printOutput: (text) => {
      result.output = `${result.output ?? ""}${text}`;
    },
    printError: (error) => keep("error", errorParts(error)),
    printBug: (log) => keep("error", bugParts(log)),
  };
}

function rowsByName({ head, rows }: Table): unknown {
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

/** Neither cause nor stack: they may hold what is nobody's business. */
function errorParts({ kind, code, text, tryThis, requestId }: SagctlError): unknown {
  return { kind, code, message: text, tryThis, requestId };
}

function bugParts(log: string | undefined): unknown {
  const message = say`This is a fault of sagctl. Nothing is lost: run the same command again.`;
  const tryThis = log === undefined ? [] : [say`The log is in ${log}`];
  return { kind: "bug", code: "bug", message, tryThis };
}
