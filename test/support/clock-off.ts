import type { CloudControl } from "../../src/simulator/cloud-control.ts";
import type { SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";

/** The same cloud for a machine whose own clock is off: time passes alike, only what the machine takes it for differs. */
export function withClockOff(cloud: SimulatedCloud, offMs: number): CloudControl {
  const machine = {
    status: () => ({ ...cloud.status(), now: cloud.now() + offMs }),
    now: () => cloud.now() + offMs,
    advanceTo: async (at: number) => (await cloud.advanceTo(at - offMs)) + offMs,
  };
  return new Proxy<CloudControl>(cloud, {
    get: (of, name) => {
      const value: unknown = name in machine ? machine[name as keyof typeof machine] : Reflect.get(of, name, of);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
}
