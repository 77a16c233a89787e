import { checks } from "./checks/all.ts";
import { explain } from "./explain.ts";
import type { Origin, Path } from "./origin.ts";
import type { Problem } from "./problem.ts";
import { networkSchema, type Section } from "./schema.ts";

type Plain = Record<string | number, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The document without the keys that nobody knows, so that they don't hide what else is wrong. */
function withoutKeys(document: unknown, paths: readonly Path[]): unknown {
  const copy = structuredClone(document);
  for (const path of paths) {
    const parent = path.slice(0, -1).reduce<unknown>((at, part) => (at as Plain)[part], copy) as Plain;
    delete parent[path.at(-1) ?? ""];
  }
  return copy;
}

/** Everything wrong with a document; a section that is malformed keeps the rules about it from running. */
export function findProblems(document: unknown, origin: Origin): Problem[] {
  const issues = networkSchema.safeParse(document).error?.issues ?? [];
  const problems = issues.flatMap((issue) => explain(issue, document, networkSchema, origin));
  const known = withoutKeys(
    document,
    problems.filter((problem) => problem.code === "unknown-key").map((problem) => problem.path),
  );
  const broken = new Set(networkSchema.safeParse(known).error?.issues.map((issue) => issue.path[0] as Section));
  if (!isPlain(known)) return problems;
  const options = { partial: origin.partial, where: (path: Path) => origin.where(path) };
  const runnable = checks.filter(({ reads }) => !reads.some((section) => broken.has(section)));
  return [...problems, ...runnable.flatMap((check) => check.find(known, options)), ...unnamed(known, origin)];
}

function unnamed(document: Plain, origin: Origin): Problem[] {
  if (document.network !== undefined || origin.partial) return [];
  const text = { template: "network is missing; add a name for it, such as network: beijing-office", values: [] };
  return [{ code: "missing-key", path: ["network"], text }];
}
