import type { ChildAttachment } from "../cbn/things.ts";
import type { World } from "../world.ts";
import type { Ccn } from "./things.ts";

/** From the moment it is being attached until it is gone. */
export function isOnCen(world: World, ccn: Ccn): boolean {
  const isAttached = (attachment: ChildAttachment) => attachment.childId === ccn.id;
  return ccn.cenId !== undefined || world.all<ChildAttachment>("cen-attachment").some(isAttached);
}
