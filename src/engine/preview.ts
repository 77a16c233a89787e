import { SagctlError } from "../errors.ts";
import type { ItemKey } from "../keys.ts";
import { plain, say, type Text } from "../text.ts";
import type { Plan, PlanRow } from "./events.ts";
import { leaveFoundations } from "./foundations.ts";
import { createGraph, reverseGraph } from "./graph.ts";
import { createLook } from "./look.ts";
import { changesOf } from "./plan.ts";
import type { Node } from "./step.ts";
import { doubted, isUnseen, unseen } from "./unseen.ts";
import type { Verdict } from "./verdict.ts";
import type { EngineWorld } from "./world.ts";

interface Surveyed {
  readonly facts: unknown;
  readonly judge: (way: Plan["way"]) => Verdict;
}

/** The survey: looks at everything once, and says what would be done; sends no write. */
export async function preview(nodes: readonly Node[], world: EngineWorld, way: Plan["way"]): Promise<Plan> {
  const graph = createGraph(nodes);
  const surveys = new Map<ItemKey, Promise<Surveyed>>();
  const survey = (key: ItemKey): Promise<Surveyed> => {
    const known = surveys.get(key) ?? surveyOne(graph.node(key), world, survey);
    surveys.set(key, known);
    return known;
  };
  const facts = new Map<ItemKey, unknown>();
  const rows: PlanRow[] = [];
  const told = new Set<string>();
  for (const node of graph.nodes) {
    const surveyed = await survey(node.key);
    facts.set(node.key, surveyed.facts);
    const judged = surveyed.judge(way);
    const verdict =
      way === "undo"
        ? doubted(judged, node, { graph, rows, journal: world.journal })
        : yetToCome(judged, graph.ancestors(node.key), rows);
    if (verdict.is === "done") tellOnce(verdict.notes ?? [], told, world);
    rows.push({ item: node.key, title: node.title, verdict, changes: changesOf(verdict), ...commandOf(node, verdict) });
  }
  if (way === "do") return { way, facts, rows };
  const order = reverseGraph(graph).nodes.map((node) => node.key);
  rows.sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
  return { way, facts, rows: leaveFoundations(rows, graph) };
}

/** What several items say alike is said once. */
function tellOnce(notes: readonly Text[], told: Set<string>, world: EngineWorld): void {
  for (const text of notes.filter((one) => !told.has(plain(one)))) {
    told.add(plain(text));
    world.tell({ type: "note", text });
  }
}

/** The command that would be run in the end: not where the check has failed already, or can only be made elsewhere. */
function commandOf({ command }: Node, verdict: Verdict): Pick<PlanRow, "command"> {
  return command && (verdict.is === "probe" || verdict.is === "settling") ? { command } : {};
}

/** A check cannot hold before what it checks is there, and no guard knows what a failed look has not told: they wait. */
function yetToCome(verdict: Verdict, before: ReadonlySet<ItemKey>, rows: readonly PlanRow[]): Verdict {
  const isOpen = verdict.is === "failed" && opens[verdict.kind];
  if (!isOpen || !rows.some((row) => before.has(row.item) && isOpen(row.verdict))) return verdict;
  return { is: "settling", until: say`the steps before it`, expectMs: 0 };
}

/** By how a verdict has failed: what in those before it takes its ground away. */
const opens = { check: isPending, guard: isUnknown, denied: undefined, refused: undefined } as const;

function isUnknown(verdict: Verdict): boolean {
  return verdict.is === "failed" && (verdict.kind === "denied" || verdict.kind === "refused");
}

function isPending(verdict: Verdict): boolean {
  return verdict.is !== "done" && verdict.is !== "not-needed" && verdict.is !== "stays";
}

async function surveyOne(
  node: Node,
  world: EngineWorld,
  survey: (key: ItemKey) => Promise<Surveyed>,
): Promise<Surveyed> {
  const given = await givenTo(node, async (key) => (await survey(key)).facts);
  if (isUnseen(node, world)) return { facts: node.facts(undefined), judge: (way) => unseen(node, way) };
  try {
    const seen = await node.observe(
      createLook(
        world,
        node.key,
        () => 0,
        () => undefined,
      ),
      given,
    );
    return {
      facts: node.facts(seen),
      judge: (way) => (way === "do" ? node.judge(seen, given) : node.undo(seen, given)),
    };
  } catch (error) {
    const verdict = verdictOf(error);
    return { facts: node.facts(undefined), judge: () => verdict };
  }
}

/** The facts that an item needs of others. */
export async function givenTo(
  node: Node,
  factsOf: (key: ItemKey) => unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const pairs = Object.entries(node.needs).map(async ([name, key]) => [name, await factsOf(key)] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

const kinds = { denied: "denied", guard: "guard", "cloud-refused": "refused", "check-failed": "check" } as const;

/** An error of one item's look as its verdict; what stops every look (no network, our own bug) is thrown on. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof SagctlError) || !(error.kind in kinds)) throw error;
  const kind = kinds[error.kind as keyof typeof kinds];
  return { is: "failed", kind, because: error.text, tryThis: error.tryThis };
}
