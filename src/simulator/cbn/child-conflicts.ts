import type { World } from "../world.ts";
import { type Announcement, announcements, conflicts } from "./routes.ts";
import type { ChildAttachment } from "./things.ts";

/** What others on the same CEN announce that cannot stand beside the instance's own prefixes. */
export function conflictsWith(world: World, attachment: ChildAttachment, destination?: string): Announcement[] {
  const all = announcements(world, attachment.cenId);
  const own = all.filter((one) => one.from.id === attachment.id);
  const meant = destination === undefined ? own : own.filter((one) => one.destination === destination);
  return all.filter((other) => meant.some((one) => conflicts(one, other) || conflicts(other, one)));
}

/** A conflict as both DescribeRouteConflict and DescribePublishedRouteEntries show it. */
export function shownConflict({ destination, from }: Announcement): Record<string, unknown> {
  return {
    DestinationCidrBlock: destination,
    InstanceId: from.childId,
    InstanceType: from.childType,
    RegionId: from.childRegionId,
    Status: "conflict",
  };
}
