import { Document, isMap, isNode, isPair, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import type { Path } from "../origin.ts";
import { onShortLines, yamlStyle } from "./fresh-file.ts";

/** A cut in the text: what stands between two offsets is replaced. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** One line that stands anywhere, inside `[ ]` and `{ }` too. */
function onOneLine(value: unknown): string {
  const document = new Document([value]);
  const flow = (node: unknown): void => {
    if (isSeq(node) || isMap(node)) node.flow = true;
    if (isSeq(node)) node.items.forEach(flow);
    if (isMap(node)) for (const pair of node.items) flow(pair.value);
  };
  flow(document.contents);
  return document.toString(yamlStyle).trim().slice(1, -1);
}

function inBlock(value: unknown, column: number): string {
  const document = new Document(value);
  onShortLines(document.contents);
  const lines = document.toString(yamlStyle).trimEnd().split("\n");
  return lines.map((line) => `${" ".repeat(column)}${line}\n`).join("");
}

/** Where the last thing inside a node ends; what follows on that line is its comment. */
function endOf(node: unknown): number | undefined {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    return endOf(isMap(node) ? ((last as YAMLMap["items"][number] | undefined)?.value ?? last) : last);
  }
  return isNode(node) ? node.range?.[1] : undefined;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

const columnOf = (text: string, offset: number) => offset - (text.lastIndexOf("\n", offset - 1) + 1);

/** The offset at which the entries of a block start: that of a key, or of a dash. */
function entryOffset(text: string, parent: YAMLMap | YAMLSeq): number | undefined {
  const first = parent.items[0];
  if (isSeq(parent)) return isNode(first) && first.range ? text.lastIndexOf("-", first.range[0]) : undefined;
  const key = (first as YAMLMap["items"][number] | undefined)?.key;
  return isNode(key) ? key.range?.[0] : undefined;
}

function blockAddition(
  text: string,
  parent: YAMLMap | YAMLSeq,
  key: string | number,
  value: unknown,
): Splice | undefined {
  const start = entryOffset(text, parent);
  const end = endOf(parent);
  if (start === undefined || end === undefined) return undefined;
  const at = lineEnd(text, end);
  const column = columnOf(text, start);
  const entry = isSeq(parent) ? `${" ".repeat(column)}- ${onOneLine(value)}\n` : inBlock({ [key]: value }, column);
  return { from: at, to: at, by: at === 0 || text[at - 1] === "\n" ? entry : `\n${entry}` };
}

/** Inside `{ }` and `[ ]`: behind the last entry, whatever padding there is. */
function flowAddition(parent: YAMLMap | YAMLSeq, key: string | number, value: unknown): Splice | undefined {
  const last = parent.items.at(-1);
  const node = isPair(last) ? (last.value ?? last.key) : last;
  if (!isNode(node) || !node.range) return undefined;
  const entry = isSeq(parent) ? onOneLine(value) : onOneLine({ [key]: value }).slice(1, -1);
  return { from: node.range[1], to: node.range[1], by: `, ${entry}` };
}

function addition(text: string, parent: Node, key: string | number, value: unknown): Splice | undefined {
  if (!(isMap(parent) || isSeq(parent))) return undefined;
  return parent.flow ? flowAddition(parent, key, value) : blockAddition(text, parent, key, value);
}

/** Takes out the lines of a key or of a list's entry, with what stands behind them. */
function removal(text: string, document: Document, path: Path): Splice | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!(isMap(parent) || isSeq(parent)) || parent.flow) return undefined;
  const key = path.at(-1);
  const item = isSeq(parent) ? parent.items[Number(key)] : parent.items.find((pair) => String(pair.key) === key);
  const first = isPair(item) ? item.key : item;
  const start = isNode(first) ? first.range?.[0] : undefined;
  const end = endOf(isPair(item) ? item.value : item);
  if (start === undefined || end === undefined) return undefined;
  return { from: start - columnOf(text, start), to: lineEnd(text, end), by: "" };
}

/** The smallest change of the text that writes a value (`undefined` takes it out); undefined where only rewriting the document will do. */
export function spliceFor(text: string, document: Document, path: Path, value: unknown): Splice | undefined {
  if (value === undefined) return removal(text, document, path);
  const there = document.getIn(path, true);
  if (isNode(there) && there.range) {
    const isBlock = (isMap(there) || isSeq(there)) && !there.flow;
    return isBlock ? undefined : { from: there.range[0], to: there.range[1], by: onOneLine(value) };
  }
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length), true);
    const [key = "", ...deeper] = path.slice(length);
    if (isNode(parent)) return addition(text, parent, key, deeper.reduceRight<unknown>(wrapped, value));
  }
  return undefined;
}

function wrapped(value: unknown, key: string | number): unknown {
  return typeof key === "number" ? [value] : { [key]: value };
}
