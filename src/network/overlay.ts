import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";
import { draftOrigin, isWithin, type Path, type ReadDocument } from "./origin.ts";

/** A value that stands somewhere in the network file; connections may be addressed by name: `ccn/silicon-valley`. */
export interface PlacedValue {
  readonly path: Path;
  readonly value: unknown;
}

interface FlagValue extends PlacedValue {
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
  const child = parent[part];
  if (isContainer(child)) return child;
  const made: Container = typeof next === "number" ? ([] as unknown as Container) : {};
  parent[part] = made;
  return made;
}

/** Writes one value into a plain document and returns where it went. */
function placeValue(document: Container, { path, value }: PlacedValue): Path {
  if (path.includes("__proto__")) {
    throw new SagctlError({
      kind: "usage",
      code: "malformed",
      message: say`"__proto__" is not a name; choose another one`,
    });
  }
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
export function documentFromFlags(values: readonly PlacedValue[], name?: string, base?: unknown): Container {
  const document = (isContainer(base) ? structuredClone(base) : {}) as Container;
  if (name !== undefined) document.network ??= name;
  for (const value of values) placeValue(document, value);
  return document;
}

/** Flags laid over a document, or over nothing: the origin is theirs for what they set, else that of the document below. */
export function withFlags(flags: FlagOverlay, below: ReadDocument | undefined, name?: string): ReadDocument {
  const document = documentFromFlags([], name, below?.document);
  const placed = flags.map((flag) => ({ ...flag, path: placeValue(document, flag) }));
  const flagOf = (path: Path) => placed.findLast((flag) => isWithin(path, flag.path));
  const origin = below?.origin ?? draftOrigin;
  return {
    document,
    origin: {
      ...origin,
      where: (path, part) => flagOf(path)?.flag ?? origin.where(path, part),
      written: (path) => (flagOf(path) ? undefined : origin.written(path)),
    },
  };
}
