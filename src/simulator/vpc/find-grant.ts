import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { findVpc } from "./requests.ts";
import type { Vpc, VpcGrant } from "./things.ts";

export const grantParameters = {
  RegionId: { type: "string", required: true },
  InstanceId: { type: "string", required: true },
  InstanceType: { type: "string", required: true, oneOf: ["VPC"] },
  CenId: { type: "string", required: true },
  // A number of 16 digits: kept as text, as all account ids are.
  CenOwnerId: { type: "string", required: true },
  ClientToken: { type: "string" },
} as const;

/** The caller's VPC that a grant is about. TaskConflict while it is being changed. Source: Terraform provider, which repeats it. */
export function grantedVpc(world: World, request: SimRequest): Vpc {
  const vpc = ownVpc(world, request);
  if (!world.isHeld(`vpc:${vpc.id}`)) return vpc;
  throw new Refusal(400, "TaskConflict", "Another operation on the network instance is in progress.");
}

function ownVpc(world: World, request: SimRequest): Vpc {
  try {
    return findVpc(world, request, request.params.InstanceId);
  } catch {
    throw new Refusal(404, "InvalidInstanceId.NotFound", "The network instance does not exist.");
  }
}

export function findGrant(world: World, request: SimRequest): VpcGrant | undefined {
  const { InstanceId, CenId, CenOwnerId } = request.params;
  const isIt = (one: VpcGrant) =>
    one.uid === request.uid &&
    one.instanceId === InstanceId &&
    one.cenId === CenId &&
    one.cenUid === String(CenOwnerId);
  return world.all<VpcGrant>("vpc-grant").find(isIt);
}
