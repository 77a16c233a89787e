import type { World } from "../world.ts";

/** The account of tutorial A, and account A of tutorial B: it owns the CEN and the VPCs but one. */
export const HUB = "1000000000000001";
/** Account B of tutorial B. */
export const SHOP = "2000000000000002";

/** Keys are fixed, so that examples and transcripts are the same everywhere; they open nothing but a simulated cloud. */
export function putHub(world: World, transitRouterServiceOpen = false): void {
  const key = { id: "LTAI5tSimulatedHub0001", secret: "simulated-hub-secret-0001" };
  putAccount(world, { uid: HUB, name: "hub", keys: [key], transitRouterServiceOpen });
}

/** It pays for nothing unless its grant says so, and has not opened the transit router service. */
export function putShop(world: World): void {
  const key = { id: "LTAI5tSimulatedShop001", secret: "simulated-shop-secret-001" };
  putAccount(world, { uid: SHOP, name: "shop", keys: [key], transitRouterServiceOpen: false });
}

type Identity = Pick<World["state"]["accounts"][number], "uid" | "name" | "keys" | "transitRouterServiceOpen">;

function putAccount(world: World, identity: Identity): void {
  world.state.accounts.push({ ...identity, balance: 100_000, postpayOpen: true, realName: true });
}
