import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from "yaml";
import { SagctlError } from "../../errors.ts";
import { say } from "../../text.ts";
import type { Origin, Path, ReadDocument } from "../origin.ts";
import { NetworkFileError, type Problem } from "../problem.ts";

/** A key as the plain document has it: `12:` is the text "12" there. */
const isKey = (key: unknown, part: unknown) => isScalar(key) && String(key.value) === String(part);

/** The chain of values from the whole document to the one at a path, as far as it goes, each with its key. */
function chainTo(document: Document, path: Path): { key?: unknown; value: unknown }[] {
  const chain: { key?: unknown; value: unknown }[] = [{ value: document.contents }];
  for (const part of path) {
    const { value } = chain.at(-1) ?? {};
    const at = isAlias(value) ? value.resolve(document) : value;
    const pair = isMap(at) ? at.items.find((item) => isKey(item.key, part)) : undefined;
    const next = isSeq(at) ? { value: at.items[Number(part)] } : pair;
    if (!isNode(next?.value)) break;
    chain.push(next);
  }
  return chain;
}

/** The offset of the value at a path, or of the key of the nearest thing around it that is there. */
function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
  const chain = chainTo(document, path);
  const { key, value } = chain.at(-1) ?? {};
  const node = isNode(key) && (part === "key" || chain.length <= path.length) ? key : value;
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function scalarAt(document: Document, path: Path): Scalar | undefined {
  const chain = chainTo(document, path);
  const { value } = chain.at(-1) ?? {};
  return chain.length > path.length && isScalar(value) ? value : undefined;
}

function originOf(document: Document, lines: LineCounter, file: string): Origin {
  return {
    file,
    partial: false,
    where: (path, part = "value") => {
      const { line, col } = lines.linePos(offsetOf(document, path, part));
      return `${file}:${line}:${col}`;
    },
    written: (path) => scalarAt(document, path)?.source,
  };
}

function notYaml(file: string, line: number, col: number, message: string): SagctlError {
  const [sentence = message] = message.split("\n");
  return new SagctlError({
    kind: "usage",
    code: "yaml-malformed",
    message: say`${file}:${line}:${col}: this is not YAML: ${sentence}`,
    tryThis: [
      say`Look there and at the line before: brackets and quotes closed, a space after each colon, no tabs`,
      say`What a whole file looks like: sagctl init`,
    ],
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
export function parseYaml(text: string, file: string): ReadDocument {
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
  const problem: Problem = {
    code: "wrong-type",
    path: [],
    text: say`a network file is keys with values; sagctl init prints an example`,
  };
  const empty: Problem = { code: "file-empty", path: [], text: say`the file is empty; sagctl init prints an example` };
  throw new NetworkFileError([value === null ? empty : problem], origin);
}
