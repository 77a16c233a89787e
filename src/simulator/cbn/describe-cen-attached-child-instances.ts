import { Refusal, type SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { text } from "./fields.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { Cen, ChildAttachment } from "./things.ts";
import { cbnTime } from "./times.ts";

/** The VPCs and CCNs on the Basic transit routers of a CEN. */
export const describeCenAttachedChildInstances: SimAction = {
  product: "Cbn",
  name: "DescribeCenAttachedChildInstances",
  kind: "read",
  permission: "cen:DescribeCenAttachedChildInstances",
  parameters: {
    CenId: { type: "string", required: true },
    ChildInstanceRegionId: { type: "string" },
    ChildInstanceType: { type: "string", oneOf: ["VPC", "VBR", "CCN"] },
    ...pagingParameters,
  },
  evidence: "metadata; code for an unknown CEN: Terraform provider; Enterprise attachments are not listed: assumption",
  handle(world, request) {
    const cen = world.find<Cen>("cen", text(request, "CenId"));
    if (cen?.uid !== request.uid) throw new Refusal(404, "ParameterInstanceId", "The specified CEN does not exist.");
    const { ChildInstanceRegionId: region, ChildInstanceType: type } = request.params;
    const listed = world.listed<ChildAttachment>("cen-attachment").filter((one) => one.cenId === cen.id);
    const inRegion = listed.filter((one) => region === undefined || one.childRegionId === region);
    const fitting = inRegion.filter((one) => type === undefined || one.childType === type);
    const { items: page, echo } = pageOf(fitting, request);
    world.call.transitional = page.some((one) => one.status !== "Attached");
    return { ChildInstances: { ChildInstance: page.map(shownAttachment) }, ...echo };
  },
};

/** What the list and the single look-up have in common. */
export function shownAttachment(attachment: ChildAttachment): Record<string, unknown> {
  return {
    CenId: attachment.cenId,
    ChildInstanceId: attachment.childId,
    ChildInstanceType: attachment.childType,
    ChildInstanceRegionId: attachment.childRegionId,
    ChildInstanceOwnerId: Number(attachment.childUid),
    ChildInstanceAttachTime: cbnTime(attachment.attachedAt),
    Status: attachment.status,
  };
}
