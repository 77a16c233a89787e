import type { ProbePath, ProbeResult } from "../../engine/probe-path.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { checkFailed } from "../../engine/verdicts.ts";
import type { PathVerdict } from "../../path/verdict.ts";
import { plain, say } from "../../text.ts";

/** `hangzhou 10.1.0.10` */
export function destination({ vpc, address }: { readonly vpc: { readonly name: string }; readonly address: string }) {
  return `${vpc.name} ${address}`;
}

/** The first thing that stops it, and the command that mends it. `what`: which ping. */
export function blockedBy({ firstBlock }: PathVerdict, what: string): Verdict {
  return checkFailed(
    say`${what}: ${firstBlock ? plain(firstBlock.what) : "not proven"}`,
    ...(firstBlock ? [say`${plain(firstBlock.mend)}`] : []),
  );
}

/** To be pinged, with what the proof before it says of the answer. */
export function toProbe(path: ProbePath, { reachable, firstBlock, unread }: PathVerdict, next?: ProbePath): Verdict {
  const probeOnly = reachable === "probe-only" && firstBlock ? { probeOnly: firstBlock } : {};
  return { is: "probe", path, ...(next ? { next } : {}), ...(unread ? { unread } : {}), ...probeOnly };
}

/** Basic Edition carries 1 kbit/s between regions for nothing: enough for a ping, not for traffic. */
export function probeOnly({ firstBlock }: PathVerdict, what: string): Verdict {
  return checkFailed(
    say`${what}: probe only. ${firstBlock ? plain(firstBlock.what) : ""}`,
    ...(firstBlock ? [say`${plain(firstBlock.mend)}`] : []),
  );
}

export type Answered = Extract<ProbeResult, { is: "answered" }>;

export function milliseconds({ averageMs }: Answered): string {
  return `${averageMs.toFixed(0)} ms`;
}
