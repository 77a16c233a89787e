import type { SimAccount, World } from "../world.ts";

/** The account of tutorial A, and account A of tutorial B: it owns the CEN and the VPCs but one. */
export const HUB = "1000000000000001";
/** Account B of tutorial B. */
export const SHOP = "2000000000000002";

/** Keys are fixed, so that examples and transcripts are the same everywhere; they open nothing but a simulated cloud. */
export function putHub(world: World, transitRouters: "unopened" | "opened" | "in use" = "unopened"): void {
  const key = { id: "LTAI5tSimulatedHub0001", secret: "simulated-hub-secret-0001" };
  const transitRouterServiceOpen = transitRouters !== "unopened";
  const role = transitRouters === "in use" ? { cenServiceRole: true } : {};
  putAccount(world, { uid: HUB, name: "hub", keys: [key], transitRouterServiceOpen, ...role });
}

/** It pays for nothing unless its grant says so, and has not opened the transit router service. */
export function putShop(world: World): void {
  const key = { id: "LTAI5tSimulatedShop001", secret: "simulated-shop-secret-001" };
  putAccount(world, { uid: SHOP, name: "shop", keys: [key], transitRouterServiceOpen: false });
}

type Identity = Omit<SimAccount, "balance" | "postpayOpen" | "realName">;

function putAccount(world: World, identity: Identity): void {
  world.state.accounts.push({ ...identity, balance: 100_000, postpayOpen: true, realName: true });
}
