import type { Ccn } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import type { ChildAttachment } from "./things.ts";

/**
 * Writes on the VPC or CCN what its own product shows of the attachment: a VPC the CEN and the state, a CCN the CEN
 * once it is attached.
 */
export function showOnChild(
  world: World,
  attachment: ChildAttachment,
  status: ChildAttachment["status"] | "gone",
): void {
  if (attachment.childType === "VPC") showOnVpc(world, attachment, status);
  else showOnCcn(world, attachment, status);
}

function showOnVpc(world: World, attachment: ChildAttachment, status: ChildAttachment["status"] | "gone"): void {
  const vpc = world.find<Vpc>("vpc", attachment.childId);
  if (!vpc) return;
  const others = vpc.cens.filter((one) => one.cenId !== attachment.cenId);
  const cens = status === "gone" ? others : [...others, { cenId: attachment.cenId, cenUid: attachment.uid, status }];
  world.put("vpc", { ...vpc, cens } satisfies Vpc);
}

function showOnCcn(world: World, attachment: ChildAttachment, status: ChildAttachment["status"] | "gone"): void {
  const ccn = world.find<Ccn>("ccn", attachment.childId);
  if (!ccn || status === "Attaching" || status === "Detaching") return;
  const { cenId: _cen, cenUid: _uid, ...unbound } = ccn;
  const bound = status === "Attached" ? { cenId: attachment.cenId, cenUid: attachment.uid } : {};
  world.put("ccn", { ...(unbound as Ccn), ...bound });
}
