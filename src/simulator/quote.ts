import { type Quote, Refusal } from "./action.ts";
import type { ProductName } from "./product-name.ts";
import { findAction } from "./registry.ts";
import type { World } from "./world.ts";

/** A call whose price is asked for: parameters as numbers, booleans and lists. */
export interface QuoteRequest {
  readonly product: ProductName;
  readonly action: string;
  readonly uid: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a call would cost now; undefined for one that has no price, or that would be refused. */
export function quote(world: World, { product, action, uid, params }: QuoteRequest): Quote | undefined {
  try {
    return findAction(product, action)?.quote?.(world, { uid, action, params, keyId: "", requestId: "" });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
