import type { Scenario } from "../../../src/simulator/scenario.ts";
import { createSimulatedCloud, type SimulatedCloudOptions } from "../../../src/simulator/simulated-cloud.ts";
import type { SimKey, Switches } from "../../../src/simulator/world.ts";

export const hub = "1000000000000001";
export const hubKey = { id: "LTAI5tSimulatedHub0001", secret: "simulated-hub-secret-0001" };

export const legacySwitches: Switches = {
  ccnListShowsIsDefault: true,
  unpaidGatewayHasId: true,
  deniedReads: "403",
  zeroBandwidth: "removes",
  postpayPackages: true,
  basicVpcAttachments: true,
  hubMayRouteInSpokes: false,
  gatewayChangesShowAtOnce: false,
  unbindNeedsFreeCcn: false,
  lowBalance: "unpaid-order",
  tokenMemoryMs: 24 * 60 * 60 * 1000,
  orderIdAsNumber: false,
  readLagMs: 0,
};

/** Two accounts and nothing else; the hub has further keys where a test needs them. */
export function tinyScenario(keys: readonly SimKey[] = []): Scenario {
  return {
    name: "tiny",
    about: "two accounts, nothing in them",
    switches: legacySwitches,
    build(world) {
      const usual = { balance: 100_000, postpayOpen: true, transitRouterServiceOpen: true, realName: true };
      const role = { name: "operator", id: "300000000000000009", trusts: [hub] };
      world.state.accounts.push(
        { ...usual, uid: hub, name: "hub", keys: [hubKey, ...keys], roles: [role] },
        {
          ...usual,
          uid: "2000000000000002",
          name: "shop",
          keys: [{ id: "LTAI5tSimulatedShop001", secret: "simulated-shop-secret-001" }],
        },
      );
    },
  };
}

export function createTinyCloud(options: Partial<SimulatedCloudOptions> = {}) {
  return createSimulatedCloud({ scenario: tinyScenario(), ...options });
}
