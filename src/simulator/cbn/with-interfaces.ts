import { regionalPrefix } from "../vpc/region-code.ts";
import type { World } from "../world.ts";
import type { VpcRouterAttachment } from "./things.ts";

/** An attachment with a network interface in each of its vSwitches. */
export function withInterfaces(world: World, attachment: VpcRouterAttachment): VpcRouterAttachment {
  const prefix = regionalPrefix("eni-", attachment.regionId);
  const zoneMappings = attachment.zoneMappings.map((one) =>
    one.eniId ? one : { ...one, eniId: world.newId(prefix, 17) },
  );
  return { ...attachment, zoneMappings };
}
