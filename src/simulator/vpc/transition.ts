import type { EventHandler, World } from "../world.ts";

/**
 * Writes in one VPC go one at a time; its thing becomes what it will be when `event` fires. Cbn takes the same lock while it
 * attaches the VPC. Source: CreateVSwitch and CreateRouteEntry pages.
 */
export function begin(
  world: World,
  order: { vpcId: string; busyCode: string; work: string; event: string; id: string },
): void {
  const { vpcId, id } = order;
  world.hold([`vpc:${vpcId}`], order.busyCode);
  const ms = world.duration(order.work);
  world.call.settlesMs = ms;
  world.schedule(ms, order.event, { vpcId, id });
}

/** The end of such a transition. */
export function onEnd(react: (world: World, id: string) => void): EventHandler {
  return (world, data) => {
    world.release([`vpc:${data.vpcId}`]);
    react(world, String(data.id));
  };
}

/** The thing of that kind and id stands, if it is there still. */
export function becomesAvailable(kind: string): EventHandler {
  return onEnd((world, id) => {
    const thing = world.find(kind, id);
    if (thing !== undefined) world.put(kind, { ...thing, status: "Available" });
  });
}
