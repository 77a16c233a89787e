import type { FaultOrder } from "../../src/simulator/faults/fault.ts";
import type { CallEntry } from "../../src/simulator/world.ts";

const MINUTE_MS = 60_000;

type What = Omit<FaultOrder, "when" | "id" | "times">;

/** One way to disturb a call; `class` is what CI takes one of each. */
export interface Kind {
  readonly what: What;
  readonly class: "refusal" | "busy" | "lost" | "spoiled" | "late" | "old";
  readonly meets: (call: CallEntry) => boolean;
}

const any = () => true;
const reads = (call: CallEntry) => call.kind === "read";
const writes = (call: CallEntry) => call.kind === "write";
const orders = (call: CallEntry) => /^Create(SmartAccessGateway|CenBandwidthPackage)$/.test(call.action);
const kind = (what: What, group: Kind["class"], meets: Kind["meets"]): Kind => ({ what, class: group, meets });

/** What the regime does to calls. A read has nothing to commit, so what differs only there is left to writes. */
export const kinds: Readonly<Record<string, Kind>> = {
  refuse: kind({ what: "refuse" }, "refusal", any),
  code: kind({ what: "code" }, "refusal", any),
  quota: kind({ what: "quota" }, "refusal", writes),
  "expired-token": kind({ what: "expired-token" }, "refusal", any),
  "insufficient-balance": kind({ what: "insufficient-balance" }, "late", orders),
  throttle: kind({ what: "throttle" }, "busy", any),
  "throttle-7s": kind({ what: "throttle", retryAfterMs: 7_000 }, "busy", any),
  "500-before-commit": kind({ what: "500-before-commit" }, "lost", any),
  "500-after-commit": kind({ what: "500-after-commit" }, "lost", writes),
  "reset-before-commit": kind({ what: "reset-before-commit" }, "lost", any),
  "reset-after-commit": kind({ what: "reset-after-commit" }, "lost", writes),
  "truncated-body": kind({ what: "truncated-body" }, "spoiled", any),
  "html-body": kind({ what: "html-body" }, "spoiled", any),
  "empty-body": kind({ what: "empty-body" }, "spoiled", any),
  "late-answer": kind({ what: "late-answer" }, "late", any),
  "late-commit": kind({ what: "late-commit" }, "late", writes),
  // One minute less than D.
  "late-commit-14min": kind({ what: "late-commit", virtualMs: 14 * MINUTE_MS }, "late", writes),
  // Longer than the deadline for the cloud's own work; over before the run that heals.
  "hang-task": kind({ what: "hang-task", virtualMs: 120 * MINUTE_MS }, "late", writes),
  // One minute less than E.
  "stale-read": kind({ what: "stale-read", virtualMs: 4 * MINUTE_MS }, "old", reads),
};
