import { Refusal } from "../action.ts";
import type { RouteEntry } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { associationsOf, propagationsOf, staticRoutesTo } from "./router-lookups.ts";
import type { RouterAttachment } from "./things.ts";

/** Routes of VPC tables whose next hop the attachment is. */
export function vpcRoutesTo(world: World, attachmentId: string): RouteEntry[] {
  const isTo = (one: RouteEntry) => one.nextHopType === "Attachment" && one.nextHopId === attachmentId;
  return world.all<RouteEntry>("route-entry").filter(isTo);
}

/** Without Force whatever leans on an attachment has to go first. Source: API page and its codes; their order: assumption. */
export function requireUnreferenced(world: World, { id }: RouterAttachment): void {
  refuseIf(vpcRoutesTo(world, id).length, "OperationFailed.AttachmentReferencedVpcRouteEntryExisted");
  refuseIf(staticRoutesTo(world, id).length, "OperationFailed.RouteEntryExist");
  refuseIf(propagationsOf(world, id).length, "OperationFailed.RouteTablePropagationExist");
  refuseIf(associationsOf(world, id).length, "OperationFailed.RouteTableAssociationExist");
}

/**
 * What Force takes along. Routes in tables of another account are not the CEN owner's to take, unless the switch for them says
 * so: assumption.
 */
export function requireForceable(world: World, attachment: RouterAttachment): void {
  if (world.state.switches.hubMayRouteInSpokes) return;
  const theirs = vpcRoutesTo(world, attachment.id).filter((one) => one.uid !== attachment.uid);
  refuseIf(theirs.length, "OperationFailed.AttachmentReferencedVpcRouteEntryExisted");
}

/** Takes away everything that leans on the attachment. */
export function removeReferences(world: World, { id }: RouterAttachment): void {
  for (const one of vpcRoutesTo(world, id)) world.remove("route-entry", one.id);
  for (const one of staticRoutesTo(world, id)) world.remove("tr-route", one.id);
  for (const one of propagationsOf(world, id)) world.remove("tr-propagation", one.id);
  for (const one of associationsOf(world, id)) world.remove("tr-association", one.id);
}

function refuseIf(count: number, code: string): void {
  if (count > 0) throw new Refusal(400, code, "Something still refers to the attachment.");
}
