import { Refusal, type SimAction } from "../action.ts";
import type { Ccn } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { readChildName } from "./child.ts";
import { shownAttachment } from "./describe-cen-attached-child-instances.ts";
import { text } from "./fields.ts";
import { ownCen } from "./lookups.ts";
import type { ChildAttachment } from "./things.ts";

/** One attachment, with the CIDRs of its VPC. */
export const describeCenAttachedChildInstanceAttribute: SimAction = {
  product: "Cbn",
  name: "DescribeCenAttachedChildInstanceAttribute",
  kind: "read",
  permission: "cen:DescribeCenAttachedChildInstanceAttribute",
  parameters: {
    CenId: { type: "string", required: true },
    ChildInstanceId: { type: "string", required: true },
    ChildInstanceType: { type: "string", required: true },
    ChildInstanceRegionId: { type: "string", required: true },
  },
  evidence: "metadata; codes when absent: Terraform provider",
  handle(world, request) {
    const cen = ownCen(world, request.uid, text(request, "CenId"));
    const name = readChildName(request);
    const isIt = (one: ChildAttachment) => one.cenId === cen.id && one.childId === name.id;
    const attachment = world.listed<ChildAttachment>("cen-attachment").find(isIt);
    if (attachment?.childType !== name.type || attachment.childRegionId !== name.regionId) {
      throw new Refusal(404, "ParameterInstanceId", "The specified instance is not attached to the CEN.");
    }
    world.call.transitional = attachment.status !== "Attached";
    return { ...shownAttachment(attachment), ...describedChild(world, attachment) };
  },
};

function describedChild(world: World, attachment: ChildAttachment): Record<string, unknown> {
  if (attachment.childType === "CCN")
    return { ChildInstanceName: world.find<Ccn>("ccn", attachment.childId)?.name ?? "" };
  const vpc = world.find<Vpc>("vpc", attachment.childId);
  const ChildInstanceAttributes = {
    CidrBlock: vpc?.cidrBlock ?? "",
    SecondaryCidrBlocks: { secondaryCidrBlock: vpc?.secondaryCidrBlocks ?? [] },
    Ipv6CidrBlocks: { ipv6CidrBlock: [] },
  };
  return { ChildInstanceName: vpc?.name ?? "", ChildInstanceAttributes };
}
