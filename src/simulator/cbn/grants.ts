import { Refusal, type SimRequest } from "../action.ts";
import type { CcnGrant } from "../smartag/things.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { accountParameter, text } from "./fields.ts";
import { vpcAttachments } from "./router-lookups.ts";
import type { Cen, CenGrant, Payer } from "./things.ts";

/** The parameters that a grant is made and taken back with. */
export const grantParameters = {
  InstanceId: { type: "string", required: true },
  // Of the four only VPCs are modelled.
  InstanceType: { type: "string", required: true, oneOf: ["VPC", "ExpressConnect", "VPN", "ECR"] },
  CenId: { type: "string", required: true },
  CenOwnerId: { ...accountParameter, required: true },
  RegionId: { type: "string" },
} as const;

export const payers = ["PayByCenOwner", "PayByResourceOwner"] as const satisfies readonly Payer[];

/** The caller's own VPC; a grant's lock is the VPC's. Code for another operation under way: Terraform provider. */
export function ownInstance(world: World, request: SimRequest): Vpc {
  const { InstanceType: type, RegionId: regionId } = request.params;
  const vpc = world.find<Vpc>("vpc", text(request, "InstanceId"));
  const isIt = (type ?? "VPC") === "VPC" && vpc?.uid === request.uid && (regionId ?? vpc.region) === vpc.region;
  if (!vpc || !isIt) throw new Refusal(404, "ParameterInstanceId", "The specified instance does not exist.");
  if (!world.isHeld(`vpc:${vpc.id}`)) return vpc;
  throw new Refusal(400, "OperationFailed.TaskConflict", "Another operation on the instance is in progress.");
}

/** What its owner has granted of a VPC to a CEN. */
export function grantOf(world: World, vpc: Vpc, cenId: string, cenUid: string): CenGrant | undefined {
  const isIt = (one: CenGrant) =>
    one.uid === vpc.uid && one.instanceId === vpc.id && one.cenId === cenId && one.cenUid === cenUid;
  return world.all<CenGrant>("vpc-grant").find(isIt);
}

/** Whether a CEN's owner may see a VPC: its own, or one granted to this CEN. */
export function mayUse(world: World, cen: Cen, vpc: Vpc): boolean {
  return vpc.uid === cen.uid || grantOf(world, vpc, cen.id, cen.uid) !== undefined;
}

/** Who is to pay by the grant, and who pays now: by the attachment, once there is one. Source: SDK model of 2026-03; the reading is an assumption. */
export function payersOf(world: World, grant: CenGrant | CcnGrant): { OrderType: Payer; EffectiveOrderType: Payer } {
  const granted = (grant.orderType as Payer | undefined) ?? "PayByCenOwner";
  const attachment = vpcAttachments(world).find((one) => one.vpcId === grant.instanceId && one.cenId === grant.cenId);
  return { OrderType: granted, EffectiveOrderType: attachment?.orderType ?? granted };
}
