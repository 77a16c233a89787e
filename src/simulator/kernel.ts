import type { Gates } from "./faults/gates.ts";
import type { LivingWorld } from "./living-world.ts";

/** What the wire and the control path need of the running cloud. */
export interface Kernel {
  readonly world: LivingWorld;
  readonly gates: Gates;
  /** Brings the world up to the machine's time, where it runs in real time. */
  catchUp(): void;
  /** Puts the world on disk, where it has a file. */
  save(): void;
  /** The same a moment later, for what is no loss: that somebody read, that time has passed. */
  saveSoon(): void;
}
