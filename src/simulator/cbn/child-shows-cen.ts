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
  if (attachment.childType === "VPC") showCenOnVpc(world, attachment.childId, attachment, status);
  else showOnCcn(world, attachment, status);
}

/** The CENs that a VPC shows, whether it joined by a Basic or an Enterprise router. */
export function showCenOnVpc(
  world: World,
  vpcId: string,
  cen: { readonly cenId: string; readonly uid: string },
  status: ChildAttachment["status"] | "gone",
): void {
  const vpc = world.find<Vpc>("vpc", vpcId);
  if (!vpc) return;
  const others = vpc.cens.filter((one) => one.cenId !== cen.cenId);
  const cens = status === "gone" ? others : [...others, { cenId: cen.cenId, cenUid: cen.uid, status }];
  world.put("vpc", { ...vpc, cens } satisfies Vpc);
}

function showOnCcn(world: World, attachment: ChildAttachment, status: ChildAttachment["status"] | "gone"): void {
  const ccn = world.find<Ccn>("ccn", attachment.childId);
  if (!ccn || status === "Attaching" || status === "Detaching") return;
  const { cenId: _cen, cenUid: _uid, ...unbound } = ccn;
  const bound = status === "Attached" ? { cenId: attachment.cenId, cenUid: attachment.uid } : {};
  world.put("ccn", { ...(unbound as Ccn), ...bound });
}
