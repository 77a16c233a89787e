import { afterAll } from "vitest";
import type { ItemKey } from "../../../src/keys.ts";
import { stepOf } from "../../../src/keys.ts";
import type {
  PeerRouterAttachment,
  RouterAssociation,
  RouterAttachment,
  RouterPropagation,
  TransitRouter,
} from "../../../src/simulator/cbn/things.ts";
import type { World } from "../../../src/simulator/world.ts";
import type { Rig } from "../../support/rig.ts";
import { type EnterpriseRig, exampleBut, goOn, openEnterprise } from "../enterprise.ts";

/** All that a connection between regions stands on, and nothing that needs more of the clock. */
const steps = ["cen", "transit-router", "ccn", "grant", "attach", "purchase", "connect", "activate", "cen-bind"];
export const only = (key: ItemKey) => [...steps, "bandwidth-package", "region-connection"].includes(stepOf(key));
export const connections = (key: ItemKey) => stepOf(key) === "region-connection";
export const nothing = { plannedOnly: [], sentOnly: [] };

/** Tutorial B's first question without a package: what is transferred is paid for. */
export const byTransfer = exampleBut(
  "tutorial-b-cross-region",
  [
    "packages:\n  china-asia:\n    areas: [China, Asia-Pacific]\n    bandwidthMbps: 10\n    charge: PREPAY\n    months: 1\n",
    "",
  ],
  ["cn-hangzhou], bandwidthMbps: 10 }", "cn-hangzhou], bandwidthMbps: 10, paidBy: data-transfer }"],
);

export function peersIn(world: World): readonly PeerRouterAttachment[] {
  return world.all<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "TR");
}

export function peerIn(world: World, ...between: readonly [string, string]): PeerRouterAttachment {
  const found = peersIn(world).find((one) => between.includes(one.regionId) && between.includes(one.peerRegionId));
  if (!found) throw new Error(`no connection of ${between.join(" and ")}`);
  return found;
}

/** Where a connection is looked up and known: `associated cn-hangzhou`, `propagated us-west-1`. */
export function learntBy(world: World, attachmentId: string): readonly string[] {
  const regionOf = (routerId: string) => world.find<TransitRouter>("transit-router", routerId)?.regionId;
  const its = <T extends RouterAssociation | RouterPropagation>(kind: string) =>
    world.all<T>(kind).filter((one) => one.attachmentId === attachmentId && one.status === "Active");
  return [
    ...its<RouterAssociation>("tr-association").map((one) => `associated ${regionOf(one.routerId)}`),
    ...its<RouterPropagation>("tr-propagation").map((one) => `propagated ${regionOf(one.routerId)}`),
  ].sort();
}

/** The finished connections of a file, made once; each test goes on from a copy. */
export function finished(name: string, options: EnterpriseRig = {}): (changed?: EnterpriseRig) => Promise<Rig> {
  let first: Promise<Rig> | undefined;
  const copies: Rig[] = [];
  const build = async () => {
    const rig = await openEnterprise(name, options);
    await rig.run({ only });
    return rig;
  };
  afterAll(async () => {
    await (await first)?.close();
    for (const rig of copies) await rig.close();
  });
  return async (changed = {}) => {
    first ??= build();
    const rig = await goOn(await first, name, { ...options, ...changed });
    copies.push(rig);
    return rig;
  };
}
