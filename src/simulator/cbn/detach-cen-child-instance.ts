import { Refusal, type SimAction, type SimRequest } from "../action.ts";
import type { EventHandler, World } from "../world.ts";
import { readChildName } from "./child.ts";
import { showOnChild } from "./child-shows-cen.ts";
import { account, accountParameter, text } from "./fields.ts";
import type { Cen, ChildAttachment } from "./things.ts";
import { beginTransition, endTransition } from "./transition.ts";

/** Takes a VPC or CCN off a CEN; its owner may do it too, naming the CEN's owner. */
export const detachCenChildInstance: SimAction = {
  product: "Cbn",
  name: "DetachCenChildInstance",
  kind: "write",
  permission: "cen:DetachCenChildInstance",
  parameters: {
    CenId: { type: "string", required: true },
    ChildInstanceId: { type: "string", required: true },
    ChildInstanceType: { type: "string", required: true },
    ChildInstanceRegionId: { type: "string", required: true },
    ChildInstanceOwnerId: accountParameter,
    CenOwnerId: accountParameter,
  },
  evidence:
    "metadata; codes: API page and product-wide error page; region connections do not stand in its way: assumption",
  handle(world, request) {
    const cen = settledCen(world, request);
    const attachment = findAttachment(world, cen, request);
    if (attachment.status !== "Attached") {
      throw new Refusal(409, "InvalidOperation.ChildInstanceStatus", "The instance is being attached or detached.");
    }
    const locks = [`cen:${cen.id}`, `${attachment.childType.toLowerCase()}:${attachment.childId}`];
    const data = { attachmentId: attachment.id };
    beginTransition(world, { kind: "detach-child", locks, event: "cen.child-detached", data });
    world.put("cen-attachment", { ...attachment, status: "Detaching" } satisfies ChildAttachment);
    showOnChild(world, attachment, "Detaching");
    return {};
  },
};

function settledCen(world: World, request: SimRequest): Cen {
  const owner = account(request, "CenOwnerId");
  const cen = world.find<Cen>("cen", text(request, "CenId"));
  if (!cen || cen.uid !== owner) {
    throw new Refusal(404, "ParameterCenInstanceId", "The specified CEN instance does not exist.");
  }
  if (cen.status === "Active") return cen;
  throw new Refusal(409, "InvalidOperation.CenInstanceStatus", "The CEN instance is not in a valid state for this.");
}

function findAttachment(world: World, cen: Cen, request: SimRequest): ChildAttachment {
  const name = readChildName(request);
  const attachment = world.find<ChildAttachment>("cen-attachment", `${cen.id}/${name.id}`);
  const isOnesOwn = cen.uid === request.uid || attachment?.childUid === request.uid;
  if (!attachment || !isOnesOwn || attachment.childRegionId !== name.regionId) {
    throw new Refusal(404, "ParameterInstanceId", "The specified instance is not attached to the CEN.");
  }
  if (attachment.childType === name.type) return attachment;
  throw new Refusal(400, "Forbidden.TypeInvalid", "The type of the instance does not fit.");
}

export const whenChildDetached: EventHandler = (world, data) => {
  endTransition(world, data);
  const attachment = world.find<ChildAttachment>("cen-attachment", String(data.attachmentId));
  if (!attachment) return;
  world.remove("cen-attachment", attachment.id);
  showOnChild(world, attachment, "gone");
};
