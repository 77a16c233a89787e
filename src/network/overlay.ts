import { isWithin, type Origin, type Path, pathText } from "./origin.ts";

/** A value that stands somewhere in the network file; connections may be addressed by name: `ccn/silicon-valley`. */
export interface PlacedValue {
  readonly path: Path;
  readonly value: unknown;
}

export interface FlagValue extends PlacedValue {
  /** As a person knows it: `--cidr`, `SAGCTL_CIDR`. */
  readonly flag: string;
}

/** Values from the command line that go over the file's own. */
export type FlagOverlay = readonly FlagValue[];

interface Container {
  [part: string | number]: unknown;
}

const isContainer = (value: unknown): value is Container => typeof value === "object" && value !== null;

const isNamed = (entry: unknown, name: string | number) =>
  isContainer(entry) && Array.isArray(entry.between) && entry.between.join("/") === name;

/** The place in the document: a connection's name becomes its index, a new one if there is none. */
function concretePath(document: Container, path: Path): Path {
  const [section, name] = path;
  if (section !== "connections" || typeof name !== "string") return path;
  const list = Array.isArray(document.connections) ? document.connections : [];
  const index = list.findIndex((entry) => isNamed(entry, name));
  return [section, index < 0 ? list.length : index, ...path.slice(2)];
}

function ownChild(parent: Container, part: string | number, next: string | number | undefined): Container {
  const child = Object.hasOwn(parent, part) ? parent[part] : undefined;
  if (isContainer(child)) return child;
  const made: Container = typeof next === "number" ? ([] as unknown as Container) : {};
  parent[part] = made;
  return made;
}

/** Writes one value into a plain document and returns where it went. */
export function placeValue(document: Container, { path, value }: PlacedValue): Path {
  const place = concretePath(document, path);
  const last = place.at(-1);
  if (last === undefined) return place;
  const parent = place
    .slice(0, -1)
    .reduce((at: Container, part, index) => ownChild(at, part, place[index + 1]), document);
  const [section, name] = path;
  if (section === "connections" && typeof name === "string") parent.between ??= name.split("/");
  parent[last] = value;
  return place;
}

/** A document out of flags, on top of `base` or of nothing, so that a sub-command works without a file. */
export function documentFromFlags(values: readonly PlacedValue[], name?: string, base?: unknown): unknown {
  const document = (isContainer(base) ? structuredClone(base) : {}) as Container;
  if (name !== undefined) document.network ??= name;
  for (const value of values) placeValue(document, value);
  return document;
}

/** The origin of a document on which flags were laid: theirs for what they set, else that of the document below. */
export function overlaidOrigin(below: Origin | undefined, flags: FlagOverlay, base: unknown): Origin {
  const document = documentFromFlags([], undefined, base) as Container;
  const placed = flags.map((flag) => ({ ...flag, path: placeValue(document, flag) }));
  const flagOf = (path: Path) => placed.findLast((flag) => isWithin(path, flag.path));
  return {
    ...(below?.file === undefined ? {} : { file: below.file }),
    partial: below?.partial ?? true,
    where: (path, part) => flagOf(path)?.flag ?? below?.where(path, part) ?? pathText(path),
    written: (path) => (flagOf(path) ? undefined : below?.written(path)),
  };
}
