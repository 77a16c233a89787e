import { resolveNetwork } from "../../network/load.ts";
import type { Goal, Network } from "../../network/network.ts";
import { draftOrigin, type Path } from "../../network/origin.ts";
import { documentFromFlags, type PlacedValue } from "../../network/overlay.ts";

/** The network file as far as it is known: what was there, and the answers so far. */
export class Sketch {
  readonly #base: unknown;
  #goal: Goal;
  readonly #edits: PlacedValue[] = [];

  constructor(base: unknown, goal: Goal) {
    this.#base = base;
    this.#goal = goal;
  }

  put(path: Path, value: unknown): void {
    this.#edits.push({ path, value });
  }

  /** A person has seen what is there, and wants another one beside it: what --new says. */
  wantNew(): void {
    this.#goal = { ...this.#goal, createNew: true };
  }

  get goal(): Goal {
    return this.#goal;
  }

  get edits(): readonly PlacedValue[] {
    return this.#edits;
  }

  /** A network that may lack a lot; throws what is wrong with what is there. */
  get network(): Network {
    return resolveNetwork(
      documentFromFlags(structuredClone(this.#edits), undefined, this.#base),
      draftOrigin,
      this.#goal,
    );
  }
}
