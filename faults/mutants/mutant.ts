/** One safety taken out of sagctl: a text of its source that is replaced by another, in a copy. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once, or the mutant is out of date. */
  readonly text: string;
  readonly by: string;
}
