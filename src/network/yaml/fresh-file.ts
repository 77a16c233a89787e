import { Document, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Path } from "../origin.ts";
import { networkSchema } from "../schema.ts";
import { keysOf, schemaAt } from "../schema-at.ts";

/** How all files of ours are written: no line is folded, `[a, b]` without padding. */
export const yamlStyle = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The keys of every object in the order of the schema; names keep the order they came in. */
function inSchemaOrder(value: unknown, path: Path): unknown {
  if (Array.isArray(value)) return value.map((one, index) => inSchemaOrder(one, [...path, index]));
  if (typeof value !== "object" || value === null) return value;
  const order = keysOf(schemaAt(networkSchema, path));
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inSchemaOrder(inner, [...path, key])]));
}

/** Lists of plain values, and the maps in a list, stand on one line. */
export function onShortLines(node: unknown): void {
  if (isMap(node)) for (const pair of node.items) onShortLines(pair.value);
  if (!isSeq(node)) return;
  if (node.items.every(isScalar)) node.flow = true;
  for (const item of node.items) {
    if (isMap(item)) item.flow = true;
    onShortLines(item);
  }
}

type Explained = Set<string>;

/** Puts what the schema says of a key above it, the first time that this kind of key comes. */
function explainKeys(map: YAMLMap, path: Path, explained: Explained): void {
  for (const pair of map.items as Pair<Scalar<string>, unknown>[]) {
    const at = [...path, pair.key.value];
    const description = schemaAt(networkSchema, at)?.description;
    if (path.length === 0) pair.key.spaceBefore = true;
    if (description !== undefined && !explained.has(description)) pair.key.commentBefore = ` ${description}`;
    explained.add(description ?? "");
    if (isMap(pair.value)) explainKeys(pair.value, at, explained);
  }
}

/** A new network file with each key explained in a line; `head` is comment lines for its top. */
export function freshNetworkFile(document: unknown, head: readonly string[]): string {
  const yaml = new Document(inSchemaOrder(document, []));
  onShortLines(yaml.contents);
  if (isMap(yaml.contents)) explainKeys(yaml.contents as YAMLMap, [], new Set());
  return `${head.map((line) => `# ${line}\n`).join("")}\n${yaml.toString(yamlStyle).trimStart()}`;
}
