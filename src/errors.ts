import { plain, type Text } from "./text.ts";

/** The kinds of error that a person meets; exit-codes.ts maps each to one exit code. */
export type ErrorKind =
  | "check-failed"
  | "usage"
  | "denied"
  | "cloud-refused"
  | "waiting"
  | "guard"
  | "diary"
  | "unreachable"
  | "purchase-unknown"
  | "interrupted";

/** What an error for a person consists of. */
export interface ErrorParts {
  kind: ErrorKind;
  /** Stable, kebab-case: for scripts. */
  code: string;
  /** One sentence. */
  message: Text;
  tryThis?: readonly Text[];
  requestId?: string;
  cause?: unknown;
}

/** An error for a person: what happened in one sentence, and what to do. Thrown low, mapped once in run.ts. */
export class SagctlError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly text: Text;
  readonly tryThis: readonly Text[];
  readonly requestId: string | undefined;

  constructor(parts: ErrorParts) {
    super(plain(parts.message), parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = "SagctlError";
    this.kind = parts.kind;
    this.code = parts.code;
    this.text = parts.message;
    this.tryThis = parts.tryThis ?? [];
    this.requestId = parts.requestId;
  }
}
