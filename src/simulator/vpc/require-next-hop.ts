import { Refusal } from "../action.ts";
import type { RouterAttachment } from "../cbn/things.ts";
import type { Instance } from "../ecs/things.ts";
import type { World } from "../world.ts";

/** A route of a VPC leads to its instances, and to its connections with transit routers, whosoever the CEN is. */
export function requireNextHop(world: World, vpcId: string, { type, id }: { type: string; id: string }): void {
  if (type !== "Instance" && type !== "Attachment") {
    throw new Refusal(400, "InvalidNextHopType", "Only instances and attachments are modelled.");
  }
  const [instance, attachment] = [
    world.find<Instance>("instance", id),
    world.find<RouterAttachment>("tr-attachment", id),
  ];
  const hop = type === "Instance" ? instance : attachment?.resourceType === "VPC" ? attachment : undefined;
  if (hop?.vpcId !== vpcId) throw new Refusal(404, "InvalidNextHopId.NotFound", "The next hop does not exist.");
  if (type === "Instance" || hop.status === "Attached") return;
  throw new Refusal(400, "IncorrectInstanceStatus", "The attachment is being changed.");
}
