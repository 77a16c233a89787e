import type { SimAction } from "./action.ts";
import * as bss from "./bss/index.ts";
import * as cbn from "./cbn/index.ts";
import * as ecs from "./ecs/index.ts";
import type { ProductName } from "./product-name.ts";
import * as smartag from "./smartag/index.ts";
import * as sts from "./sts/index.ts";
import * as vpc from "./vpc/index.ts";
import type { EventHandler } from "./world.ts";

/** What a product's folder gives to the cloud. */
interface SimProduct {
  readonly actions: readonly SimAction[];
  readonly events?: Readonly<Record<string, EventHandler>>;
}

const products: readonly SimProduct[] = [smartag, cbn, vpc, ecs, sts, bss];

const byName = new Map(
  products.flatMap(({ actions }) => actions).map((action) => [`${action.product}.${action.name}`, action]),
);

/** Every product's event handlers; their names begin with what they are about, so none meet. */
export const productEvents: Readonly<Record<string, EventHandler>> = Object.assign(
  {},
  ...products.map(({ events }) => events ?? {}),
);

/** The modelled action of that name, if there is one. */
export function findAction(product: ProductName | undefined, name: string): SimAction | undefined {
  return byName.get(`${product}.${name}`);
}
