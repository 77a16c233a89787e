import type { Item, Ref } from "../../engine/step.ts";
import { itemKey } from "../../keys.ts";
import type { Branch, Network, Vpc } from "../../network/network.ts";
import type { Edition } from "../../path/described.ts";
import type { CcnFacts, CenFacts, GatewayFacts } from "../refs.ts";

/** One address of a VPC that must answer. */
interface Pinged extends Item {
  readonly network: Network;
  readonly vpc: Vpc;
  readonly address: string;
}

/** From a client of a branch. */
export interface BranchPing extends Pinged {
  readonly branch: Branch;
  readonly needs: { readonly gateway: Ref<GatewayFacts>; readonly cen: Ref<CenFacts>; readonly ccn: Ref<CcnFacts> };
}

/** From an instance of another VPC. */
export interface VpcPing extends Pinged {
  readonly from: Vpc;
  /** The instance has it: the VPC's first address to verify. */
  readonly source: string;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

export interface PingFacts {
  /** The name of a branch or of a VPC. */
  readonly from: string;
  readonly vpc: string;
  readonly address: string;
  readonly averageMs: number | undefined;
  /** The port that was asked for, once it was tried. */
  readonly tcp?: { readonly port: number; readonly is: "answers" | "refused" | "silent"; readonly averageMs?: number };
  /** Of the routers at the two ends, from VPC to VPC; undefined where they cannot be read. */
  readonly editions?: { readonly from: Edition | undefined; readonly to: Edition | undefined };
}

/** All that must stand at a VPC before a ping to it, or from it, makes sense. */
export function stepsOf(network: Network, vpc: Vpc): readonly `${string}/${string}`[] {
  const connections = network.connections.filter((one) =>
    one.between.some((end) => [vpc.name, vpc.region].includes(end)),
  );
  return [
    itemKey("attach", vpc.name),
    itemKey("route-tables", vpc.name),
    // What the region's tables no longer hold, and those that are left over.
    itemKey("route-tables", `${vpc.region}/default`),
    itemKey("route-tables", `${vpc.region}/unused`),
    itemKey("vpc-routes", vpc.name),
    ...connections.map((one) => itemKey("region-connection", one.name)),
    itemKey("security-group", vpc.name),
  ];
}
