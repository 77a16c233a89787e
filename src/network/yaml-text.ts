import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";
import type { Origin, Path } from "./origin.ts";
import { NetworkFileError, type Problem } from "./problem.ts";

export interface ParsedText {
  readonly document: unknown;
  readonly origin: Origin;
}

/** The offset of the value at a path, or of the nearest thing around it that is there. */
function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const key = part === "key" || length < path.length ? keyOffset(document, path.slice(0, length)) : undefined;
    return key ?? node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: Path): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === path.at(-1),
  );
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

function originOf(document: Document, lines: LineCounter, file: string): Origin {
  return {
    file,
    partial: false,
    where: (path, part = "value") => {
      const { line, col } = lines.linePos(offsetOf(document, path, part));
      return `${file}:${line}:${col}`;
    },
    written: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

function notYaml(file: string, line: number, col: number, message: string): SagctlError {
  const [sentence = message] = message.split("\n");
  return new SagctlError({
    kind: "usage",
    code: "yaml-malformed",
    message: say`${file}:${line}:${col}: this is not YAML: ${sentence}`,
  });
}

function readValue(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw notYaml(file, 1, 1, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Reads YAML into a plain document that remembers its lines; the first thing that does not parse ends it. */
export function parseYaml(text: string, file: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw notYaml(file, line, col, error.message);
  }
  const origin = originOf(document, lines, file);
  const value = readValue(document, file);
  if (isMap(document.contents)) return { document: value, origin };
  const problem: Problem = { code: "wrong-type", path: [], text: say`a network file is a list of keys and values` };
  const empty: Problem = { code: "file-empty", path: [], text: say`the file is empty; sagctl init prints an example` };
  throw new NetworkFileError([value === null ? empty : problem], origin);
}
