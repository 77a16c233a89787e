import type { Rig } from "../support/rig.ts";
import { type EnterpriseRig, goOn, openEnterprise } from "./enterprise.ts";

/** Rigs that are closed together, after each test or after all. */
export class Rigs {
  readonly #open: Rig[] = [];

  /** A rig that somebody has opened otherwise. */
  async keep(opened: Rig | Promise<Rig>): Promise<Rig> {
    const rig = await opened;
    this.#open.push(rig);
    return rig;
  }

  /** Today's cloud: a scenario, and the example of its name. */
  at(name: string, options?: EnterpriseRig): Promise<Rig> {
    return this.keep(openEnterprise(name, options));
  }

  /** The same world, with another file or choice. */
  goOn(rig: Rig, name: string, options?: EnterpriseRig): Promise<Rig> {
    return this.keep(goOn(rig, name, options));
  }

  /** For a test that opens one after another in a loop. */
  async closeLast(): Promise<void> {
    await this.#open.pop()?.close();
  }

  async close(): Promise<void> {
    for (const rig of this.#open.splice(0)) await rig.close();
  }
}
