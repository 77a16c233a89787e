import type { World } from "../world.ts";

/** The account of tutorial A: it owns the CEN and both VPCs. */
export const HUB = "1000000000000001";

/** Keys are fixed, so that examples and transcripts are the same everywhere; they open nothing but a simulated cloud. */
export function putHub(world: World): void {
  world.state.accounts.push({
    uid: HUB,
    name: "hub",
    keys: [{ id: "LTAI5tSimulatedHub0001", secret: "simulated-hub-secret-0001" }],
    balance: 100_000,
    postpayOpen: true,
    transitRouterServiceOpen: false,
    realName: true,
  });
}
