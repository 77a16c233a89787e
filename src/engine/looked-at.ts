import { SagctlError } from "../errors.ts";
import type { Node } from "./step.ts";
import type { Verdict } from "./verdict.ts";

/** An item that is only looked at: a value that a change of it would ask for is not missed before its own command. */
export function lookedAt(node: Node): Node {
  return {
    ...node,
    judge: (seen, given) => {
      try {
        return node.judge(seen, given);
      } catch (error) {
        return unsaid(error);
      }
    },
  };
}

function unsaid(error: unknown): Verdict {
  if (!(error instanceof SagctlError) || error.kind !== "usage") throw error;
  return { is: "blocked", who: "person", on: error.text, tryThis: error.tryThis };
}
