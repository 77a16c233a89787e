import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";

/** Half a ping proves nothing. */
export function interrupted(): SagctlError {
  return new SagctlError({
    kind: "interrupted",
    code: "probe-interrupted",
    message: say`The ping was interrupted.`,
    tryThis: [say`Run the same command again.`],
  });
}
