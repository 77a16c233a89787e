import { Refusal } from "../action.ts";
import type { World } from "../world.ts";

/**
 * The grant itself is taken across sites, the attachment is not. Source: comments of GrantInstanceToTransitRouter in the
 * published SDK; code: API page of CreateTransitRouterVpcAttachment.
 */
export function requireSameSite(world: World, one: string, other: string): void {
  if (world.account(one).site === world.account(other).site) return;
  throw new Refusal(400, "Forbbiden.AttachChildInstanceAcrossBid", "The accounts are of different sites.");
}
