import type { Switches, World } from "./world.ts";

/** A cloud to start from: which documents it follows, and what already stands in it when sagctl comes along. */
export interface Scenario {
  readonly name: string;
  /** One line for `sagctl simulate scenarios`. */
  readonly about: string;
  readonly switches: Switches;
  /** Accounts (`world.state.accounts`) and things (`world.put`) with fixed ids; runs once, on an empty world. */
  build(world: World): void;
}
