/** The promises that a run is judged by; I3 and I8 are judged elsewhere. */
export const invariants = {
  I1: "at most one order per purchase",
  I2: "the world equals that of the undisturbed run",
  I4: "no secret in the diary or in what is told",
  I5: "no write repeated under another token while the first outcome is unknown",
  I6: "nothing is written that the plan did not hold",
  I7: "a second run writes nothing",
  I9: "every run ends, and one without faults ends well",
} as const;

export type Invariant = keyof typeof invariants;

export interface Violation {
  readonly of: Invariant;
  readonly because: string;
}
