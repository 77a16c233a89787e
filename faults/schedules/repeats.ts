import type { Undisturbed } from "../undisturbed.ts";
import { type Disturbance, nthOf, type Schedule } from "./schedule.ts";

/** As late as it can be carried out at all, and nobody knows until then. */
const IN_THE_BALANCE = "late-commit-14min";

/** What may be said to what is sent next. */
const said = [
  "refuse",
  "code",
  "quota",
  "expired-token",
  "throttle",
  "500-before-commit",
  "reset-before-commit",
  IN_THE_BALANCE,
];

/** Two faults each: a write in the balance, and whatever its repeat is met with, once and until healed. */
export function repeats({ calls }: Undisturbed): readonly Schedule[] {
  return calls
    .filter((call) => call.kind === "write")
    .flatMap((call) => {
      const { product, action } = call;
      const nth = nthOf(call, calls);
      const first: Disturbance = { kind: IN_THE_BALANCE, product, action, nth, untilHealed: false };
      const next = said.map((kind): Disturbance => ({ ...first, kind, nth: nth + 1 }));
      return next.flatMap((one) => [{ faults: [first, one] }, { faults: [first, { ...one, untilHealed: true }] }]);
    });
}
