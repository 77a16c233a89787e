/** The promises that a run is judged by: I1 to I9 of the design, and two that make the judge harder to please. */
export const invariants = {
  I1: "at most one order per purchase",
  I2: "the world equals that of the undisturbed run",
  I3: "the diary can be read at every instant, forgets nothing, and is on the platter before a call leaves",
  I4: "no secret in the diary or in what is told",
  I5: "no write is repeated while what became of it is not known, or could not be seen yet",
  I6: "nothing is written that the plan did not hold",
  I7: "a second run writes nothing",
  I8: "every failure names call, request and what to do next",
  I9: "every run ends, and one without faults ends well",
  L: "no write runs into what another write of the same run still holds",
  T: "one sagctl at a time works on a diary",
  W: "a person's word is asked for only where nobody can know",
} as const;

export type Invariant = keyof typeof invariants;

export interface Violation {
  readonly of: Invariant;
  readonly because: string;
}
