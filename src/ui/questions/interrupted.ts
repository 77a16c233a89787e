import { SagctlError } from "../../errors.ts";
import { say } from "../../text.ts";

/** A person left a question: Ctrl-C, Ctrl-D, or the terminal went away. */
export function interrupted(): SagctlError {
  return new SagctlError({ kind: "interrupted", code: "interrupted", message: say`Interrupted at a question.` });
}
