import type { ProductName } from "../product-name.ts";

/** The points every request passes, in order. */
export const points = ["accept", "verify", "throttle", "validate", "commit", "respond", "deliver"] as const;
export type Point = (typeof points)[number];

/** What can go wrong, and the point where it does unless the fault names another. */
export const usualPoint = {
  refuse: "validate",
  code: "validate",
  quota: "validate",
  throttle: "throttle",
  "expired-token": "verify",
  "500-before-commit": "validate",
  "reset-before-commit": "commit",
  "late-commit": "commit",
  "insufficient-balance": "commit",
  "stale-read": "commit",
  "hang-task": "commit",
  "500-after-commit": "respond",
  "reset-after-commit": "deliver",
  "hold-answer": "deliver",
  "late-answer": "deliver",
  "truncated-body": "deliver",
  "html-body": "deliver",
  "empty-body": "deliver",
} as const satisfies Record<string, Point>;
export type FaultName = keyof typeof usualPoint;

/** Which calls a fault meets: all that is given must hold. */
interface FaultCondition {
  /** Position in the call log. */
  readonly index?: number;
  readonly product?: ProductName;
  readonly action?: string;
  readonly kind?: "read" | "write";
  /** The nth call that the rest of the condition holds for, from 1. */
  readonly nth?: number;
  /** That call and all after it. */
  readonly from?: number;
  /** Share of calls, 0 to 1, drawn from the world's seed. */
  readonly share?: number;
}

/** One way in which the cloud or the way to it fails, as a test orders it. */
export interface FaultOrder {
  readonly id?: string;
  readonly when: FaultCondition;
  readonly what: FaultName;
  readonly point?: Point;
  readonly times?: "once" | "always" | number;
  /** For refuse, code, quota, throttle and 500. */
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  /** For throttle: header x-acs-retry-after, milliseconds. */
  readonly retryAfterMs?: number;
  /** Time of the world: lateness of an answer or commit, age of a stale read, extra time of a hanging task. */
  readonly virtualMs?: number;
  /** Time of this machine, for clients with time-outs of their own. */
  readonly realMs?: number;
}

/** An order with its account of what it has done so far. */
export interface Fault extends FaultOrder {
  readonly id: string;
  /** Calls the condition (without `nth` and `from`) held for. */
  seen: number;
  fired: number;
}
