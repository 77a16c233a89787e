import { randomBytes } from "node:crypto";
import type { ResetOptions } from "./cloud-control.ts";
import { createApp } from "./control/app.ts";
import { Dropped } from "./faults/strike.ts";
import { type Listening, listen } from "./listen.ts";
import { LocalCloud } from "./local-cloud.ts";
import type { LocalControl } from "./local-control.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import { dropFetch } from "./wire/drop.ts";

export interface SimulatedCloudOptions extends Omit<ResetOptions, "scenario"> {
  /** A registered name, or a test's own. Ignored where `file` holds a world already. */
  readonly scenario: string | Scenario;
  /** Where the world is kept between commands; taken by a lock until `close`. */
  readonly file?: string;
  /** For foreign clients: the world's time runs with the machine's, so many times as fast. */
  readonly realTime?: { readonly factor: number };
  /** Guards the control path; drawn at random when absent. */
  readonly controlToken?: string;
}

/** A simulated cloud in this process: its API by `fetch` or `listen`, everything else by its methods. */
export interface SimulatedCloud extends LocalControl {
  readonly controlToken: string;
  /** The API without a socket; rejects as `fetch` does where a fault breaks the connection. */
  fetch(request: Request): Promise<Response>;
  /** The API and the control path on loopback; port 0 takes a free one. */
  listen(port?: number): Promise<Listening>;
  /** Saves, lets go of the world file and of withheld answers, and closes the ports. */
  close(): Promise<void>;
}

/** Starts a simulated cloud from a file, or from a scenario where there is none yet. */
export function createSimulatedCloud(options: SimulatedCloudOptions): SimulatedCloud {
  const { scenario, controlToken = randomBytes(16).toString("hex") } = options;
  const named = typeof scenario === "string" ? scenarios : { ...scenarios, [scenario.name]: scenario };
  const cloud = new LocalCloud(options, named, typeof scenario === "string" ? scenario : scenario.name);
  const app = createApp(cloud, controlToken);
  const open: Listening[] = [];
  return Object.assign(cloud, {
    controlToken,
    async fetch(request: Request): Promise<Response> {
      try {
        return await app.fetch(request);
      } catch (error) {
        if (error instanceof Dropped) return dropFetch(error);
        throw error;
      }
    },
    async listen(port = 0): Promise<Listening> {
      const listening = await listen(app, port);
      open.push(listening);
      return listening;
    },
    async close(): Promise<void> {
      cloud.shut();
      await Promise.all(open.map((listening) => listening.close()));
    },
  });
}
