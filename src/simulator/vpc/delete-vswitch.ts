import { Refusal } from "../action.ts";
import type { RouterAttachment } from "../cbn/things.ts";
import type { Instance } from "../ecs/things.ts";
import type { World } from "../world.ts";
import { findVpc, findVSwitch } from "./requests.ts";
import type { VSwitch } from "./things.ts";
import { begin, onEnd } from "./transition.ts";
import { vpcAction } from "./vpc-action.ts";

/** Whatever has an address in it: instances, and the interfaces of transit routers. */
function requireEmpty(world: World, { id }: VSwitch): void {
  const hasInstance = world.all<Instance>("instance").some((one) => one.vSwitchId === id);
  const attachments = world.all<RouterAttachment>("tr-attachment");
  const mappings = attachments.flatMap((one) => (one.resourceType === "VPC" ? one.zoneMappings : []));
  if (!hasInstance && mappings.every((one) => one.vSwitchId !== id)) return;
  throw new Refusal(400, "DependencyViolation", "Something is still in the vSwitch.");
}

export const deleteVSwitch = vpcAction({
  name: "DeleteVSwitch",
  kind: "write",
  parameters: { VSwitchId: { type: "string", required: true }, RegionId: { type: "string" } },
  evidence:
    "SDK model: parameters, no ClientToken. Terraform provider: codes; gone only after a while. Assumption: Pending until then.",
  handle(world, request) {
    const vSwitch = findVSwitch(world, request);
    const { id, vpcId } = vSwitch;
    requireEmpty(world, vSwitch);
    if (findVpc(world, request, vpcId).cens.some((cen) => cen.status !== "Attached")) {
      const code = "DeleteVSwitch.IncorrectStatus.cbnStatus";
      throw new Refusal(400, code, "The VPC is being attached to a CEN or detached.");
    }
    begin(world, { vpcId, id, busyCode: "TaskConflict", work: "delete-vswitch", event: "vswitch.deleted" });
    world.put("vswitch", { ...vSwitch, status: "Pending" } satisfies VSwitch);
    return {};
  },
});

export const deleteVSwitchEvents = { "vswitch.deleted": onEnd((world, id) => world.remove("vswitch", id)) };
