import type { CallEntry } from "../../src/simulator/world.ts";

/** Whoever sent it cannot know what became of it; spoiled answers are known by their fault alone. */
export function isUnknown(call: CallEntry): boolean {
  return isSpoiled(call) || ["NoAnswer", "CommittedLate", "InternalError"].includes(call.code);
}

/** The answer came, and said that it was carried out. */
export function isAnswered(call: CallEntry): boolean {
  return call.code === "OK" && !isSpoiled(call);
}

function isSpoiled(call: CallEntry): boolean {
  return (call.faults ?? []).some((id) => /(truncated|html|empty)-body/.test(id));
}

/** The cloud is at work on it for longer than anybody waits. */
export function isHanging(call: CallEntry): boolean {
  return (call.faults ?? []).some((id) => id.startsWith("hang-task"));
}
