import { onTestFinished } from "vitest";
import {
  type ApiCall,
  type Cloud,
  MARKER,
  type Outcome,
  type Params,
  type Read,
  type Write,
} from "../../src/api/call.ts";
import { oneEndpoint } from "../../src/api/client/endpoints.ts";
import { createPopCoreCloud } from "../../src/api/client/pop-core.ts";
import type { Keys } from "../../src/api/credentials/keys.ts";
import { readAll } from "../../src/api/read.ts";
import { SimulatedClock } from "../../src/clock.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { enterpriseScenarios } from "../../src/simulator/scenarios/enterprise-scenarios.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";

const keys: Readonly<Record<string, Keys>> = {
  hub: { accessKeyId: "LTAI5tSimulatedHub0001", accessKeySecret: "simulated-hub-secret-0001" },
  shop: { accessKeyId: "LTAI5tSimulatedShop001", accessKeySecret: "simulated-shop-secret-001" },
};

const HOUR_MS = 3_600_000;

/** What stands where the runner would put its mark. */
export const mark = "sagctl-7c1e0b9a52d4-g1";

/** Our client over loopback to a simulated cloud that lives for one test, with the keys of both accounts. */
export class Client {
  readonly simulated: SimulatedCloud;
  readonly clock: SimulatedClock;
  readonly cloud: Cloud;
  #sent = 0;

  constructor(simulated: SimulatedCloud, url: string, secret?: string) {
    this.simulated = simulated;
    this.clock = new SimulatedClock(simulated);
    const keysOf = async (account: string): Promise<Keys> => ({
      ...(keys[account] as Keys),
      ...(secret === undefined ? {} : { accessKeySecret: secret }),
    });
    this.cloud = createPopCoreCloud({ keysOf, endpoint: oneEndpoint(url), clock: this.clock });
  }

  read<T>(read: Read<T>): Promise<T> {
    return readAll(this.cloud, read);
  }

  /** Sends a write as the runner would, each with a token of its own. */
  send(write: Write): Promise<Outcome> {
    this.#sent += 1;
    return this.cloud.send(filled(write.call, `token-${this.#sent}`));
  }

  /** The same, and the hour that the cloud needs at most. Returns a field of the answer. */
  async done(write: Write, field = "RequestId"): Promise<string> {
    const outcome = await this.send(write);
    if (outcome.is !== "answered") throw new Error(`${write.call.action}: ${outcome.error.code}`);
    await this.clock.sleep(HOUR_MS);
    return String(outcome.reply[field]);
  }
}

export async function openClient(scenario: string | Scenario, secret?: string): Promise<Client> {
  const known = typeof scenario === "string" ? enterpriseScenarios[scenario] : scenario;
  const simulated = createSimulatedCloud({ scenario: known ?? scenario });
  onTestFinished(() => simulated.close());
  const { url } = await simulated.listen();
  return new Client(simulated, url, secret);
}

/** A call with a token and a mark where the runner would put them. */
export function filled(call: ApiCall, token = `token-${call.action}`): ApiCall {
  const inPlace: Readonly<Record<string, string>> = { [MARKER]: mark, "<token>": token };
  const params = Object.entries(call.params).map(([name, value]) => [name, inPlace[String(value)] ?? value]);
  return { ...call, params: Object.fromEntries(params) as Params };
}
