import type { FactsOf, Item, Ref } from "../../engine/step.ts";
import type { AccountName } from "../../keys.ts";
import type { Network, Vpc } from "../../network/network.ts";
import type { CenFacts, RouterFacts } from "../refs.ts";

export interface AttachItem extends Item {
  readonly hub: AccountName;
  readonly vpc: Vpc;
  readonly network: Network;
  readonly needs: {
    readonly cen: Ref<CenFacts>;
    readonly router: Ref<RouterFacts>;
    /** Of a VPC that is another account's. */
    readonly grant?: Ref<unknown>;
  };
}

export type Given = FactsOf<AttachItem["needs"]>;
