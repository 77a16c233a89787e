import type { Path } from "../origin.ts";
import type { Problem } from "../problem.ts";
import type { NetworkDocument, Section } from "../schema.ts";

interface CheckOptions {
  /** A draft or flags alone: what is missing is no problem. */
  readonly partial: boolean;
  /** Says where something was written, for problems that name two places. */
  where(path: Path): string;
}

/** A rule about more than one value; it runs once the sections that it reads are well formed. */
export interface Check {
  readonly reads: readonly Section[];
  find(document: NetworkDocument, options: CheckOptions): Problem[];
}
