import { SagctlError } from "../errors.ts";
import { say, type Text } from "../text.ts";
import type { Origin, Path } from "./origin.ts";

/** Something wrong with the network file or the flags, before it is said where. */
export interface Problem {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly path: Path;
  readonly part?: "key" | "value";
  readonly text: Text;
}

/** Puts texts one below the other, their values renumbered. */
function joinLines(texts: readonly Text[]): Text {
  const lines: string[] = [];
  const values: (string | number)[] = [];
  for (const text of texts) {
    const offset = values.length;
    lines.push(text.template.replace(/\{(\d+)\}/g, (_, index) => `{${Number(index) + offset}}`));
    values.push(...text.values);
  }
  return { template: lines.join("\n"), values };
}

/** Puts the place before the sentence: `sagctl.yaml:14:13: …`. */
function located(problem: Problem, origin: Origin): Text {
  return joinedOnOneLine(say`${origin.where(problem.path, problem.part)}: `, problem.text);
}

function joinedOnOneLine(first: Text, second: Text): Text {
  const { template, values } = joinLines([first, second]);
  return { template: template.replace("\n", ""), values };
}

/** One error for all that is wrong, a line for each problem; `problems` has them one by one. */
export class NetworkFileError extends SagctlError {
  readonly problems: readonly { readonly code: string; readonly where: string; readonly text: Text }[];

  constructor(problems: readonly Problem[], origin: Origin) {
    const [only] = problems;
    super({
      kind: "usage",
      code: problems.length === 1 && only ? only.code : "network-file",
      message: joinLines(problems.map((problem) => located(problem, origin))),
    });
    this.name = "NetworkFileError";
    this.problems = problems.map(({ code, path, part, text }) => ({ code, where: origin.where(path, part), text }));
  }
}
