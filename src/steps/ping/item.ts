import type { Item, Ref } from "../../engine/step.ts";
import type { Branch, Network, Vpc } from "../../network/network.ts";
import type { CcnFacts, CenFacts, GatewayFacts } from "../refs.ts";

/** One address that one branch must reach. */
export interface PingItem extends Item {
  readonly network: Network;
  readonly branch: Branch;
  readonly vpc: Vpc;
  readonly address: string;
  readonly needs: { readonly gateway: Ref<GatewayFacts>; readonly cen: Ref<CenFacts>; readonly ccn: Ref<CcnFacts> };
}
