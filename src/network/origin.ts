/** Where a value stands in the network file: `["branches", "beijing", "cidrs", 0]`. */
export type Path = readonly (string | number)[];

/** Where the values of a document were written, so that an error can name the line or the flag. */
export interface Origin {
  /** The network file; absent when flags alone make the document. */
  readonly file?: string;
  /** A draft or flags alone: what is missing is left missing, and no error. */
  readonly partial: boolean;
  /** `sagctl.yaml:14:13`, `--cidr`; the nearest place when the value itself is not there. `key`: of its key. */
  where(path: Path, part?: "key" | "value"): string;
  /** The value as written, before any reading of it. */
  written(path: Path): string | undefined;
}

/** A plain document that remembers where its values were written. */
export interface ReadDocument {
  readonly document: unknown;
  readonly origin: Origin;
}

/** A draft of the wizard, or any document without a text. */
export const draftOrigin: Origin = {
  partial: true,
  where: (path) => pathText(path),
  written: () => undefined,
};

/** `branches.beijing.cidrs[0]`; the whole of a document is "this". */
export function pathText(path: Path): string {
  if (path.length === 0) return "this";
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

/** Whether `path` is `whole` or lies below it. */
export function isWithin(path: Path, whole: Path): boolean {
  return whole.length <= path.length && whole.every((part, index) => part === path[index]);
}
