import { isDeepStrictEqual } from "node:util";
import { type Document, parseDocument } from "yaml";
import type { Path } from "../origin.ts";
import { documentFromFlags, type PlacedValue } from "../overlay.ts";
import { freshNetworkFile, yamlStyle } from "./fresh-file.ts";
import { spliceFor } from "./splice.ts";

const head = [
  "The network file of sagctl, written by `sagctl setup`. Edit it as you like;",
  "later edits keep your comments.",
];

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The entries of a list that another list leaves out, from the last one; undefined when it is not only shorter. */
function leftOut(before: readonly unknown[], after: readonly unknown[]): number[] | undefined {
  const gone: number[] = [];
  let kept = 0;
  before.forEach((one, index) => {
    if (kept < after.length && isDeepStrictEqual(one, after[kept])) kept += 1;
    else gone.unshift(index);
  });
  return kept === after.length ? gone : undefined;
}

function listDifferences(before: readonly unknown[], after: readonly unknown[], path: Path): PlacedValue[] {
  if (after.length >= before.length) return after.flatMap((one, at) => differences(before[at], one, [...path, at]));
  const gone = after.length === 0 ? undefined : leftOut(before, after);
  return gone?.map((index) => ({ path: [...path, index], value: undefined })) ?? [{ path, value: after }];
}

/** The single values in which two documents differ, so that the comments between them stay. */
function differences(before: unknown, after: unknown, path: Path): PlacedValue[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path);
  if (!isPlain(before) || !isPlain(after)) return [{ path, value: after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(before[key], after[key], [...path, key]));
}

function rewritten(text: string, { path, value }: PlacedValue): Document {
  const document = parseDocument(text);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value));
  return document;
}

/** Writes one value: as a small change of the text where that reads back right, else by rewriting the document. */
function applied(text: string, edit: PlacedValue): string {
  const whole = rewritten(text, edit);
  const splice = spliceFor(text, parseDocument(text), edit.path, edit.value);
  const spliced = splice && text.slice(0, splice.from) + splice.by + text.slice(splice.to);
  const isRight = spliced !== undefined && isDeepStrictEqual(parseDocument(spliced).toJS(), whole.toJS());
  return isRight ? spliced : whole.toString(yamlStyle);
}

/**
 * New text of a network file after edits, in which comments, order and blank lines stay as a person left them.
 * A value `undefined` takes a key out. Without a text a new commented file is made.
 */
export function saveNetworkFile(text: string | undefined, edits: readonly PlacedValue[]): string {
  if (text === undefined || text.trim() === "") return freshNetworkFile(documentFromFlags(edits), head);
  const before: unknown = parseDocument(text).toJS();
  return differences(before, documentFromFlags(edits, undefined, before), []).reduce(applied, text);
}
