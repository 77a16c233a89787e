import { Refusal } from "../action.ts";
import { type Answer, Throttled } from "../wire/answer.ts";
import type { Fault, FaultName, Point } from "./fault.ts";
import type { Gates } from "./gates.ts";
import type { MetFaults } from "./meet-faults.ts";

/** The connection ends without an answer, or in the middle of one. */
export class Dropped extends Error {
  readonly partial: Answer | undefined;

  constructor(partial?: Answer) {
    super("The connection was reset.");
    this.partial = partial;
  }
}

function refuse(fault: Fault, status: number, code: string, message: string): never {
  throw new Refusal(fault.status ?? status, fault.code ?? code, fault.message ?? message);
}

function expire(): never {
  throw new Refusal(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
}

function failInside(fault: Fault): never {
  return refuse(fault, 500, "InternalError", "The request processing has failed due to some unknown error.");
}

function drop(): never {
  throw new Dropped();
}

/** Faults that end a request where they strike; the others change how it is committed or delivered. */
const ends: Partial<Record<FaultName, (fault: Fault) => never>> = {
  refuse: (fault) => refuse(fault, 403, "Forbidden", "The operation is not permitted."),
  code: (fault) => refuse(fault, 400, "InvalidParameter", "The specified parameter is not valid."),
  quota: (fault) => refuse(fault, 400, "QuotaExceeded", "The maximum number of resources is exceeded."),
  throttle: (fault) => {
    throw new Throttled(fault.status ?? 400, fault.code ?? "Throttling.User", fault.retryAfterMs);
  },
  "expired-token": expire,
  "500-before-commit": failInside,
  "500-after-commit": failInside,
  "reset-before-commit": drop,
  "reset-after-commit": drop,
};

/** Lets every fault of a point do its work: holds first, then what ends the request. */
export async function strike(met: MetFaults, point: Point, gates: Gates): Promise<void> {
  const here = met.at(point);
  for (const fault of here) if (fault.what === "hold-answer") await gates.hold(fault.id);
  for (const fault of here) ends[fault.what]?.(fault);
}
