import type { World } from "../world.ts";
import { vSwitchesOf } from "./requests.ts";
import type { Vpc } from "./things.ts";
import { vpcTime } from "./times.ts";

/** What list and attribute call alike. OwnerId is a bare number of 16 digits. Source: published SDK model, 2026-08. */
export function shownOfBoth(world: World, vpc: Vpc): Record<string, unknown> {
  return {
    VpcId: vpc.id,
    VpcName: vpc.name,
    Description: "",
    Status: vpc.status,
    RegionId: vpc.region,
    OwnerId: Number(vpc.uid),
    CidrBlock: vpc.cidrBlock,
    SecondaryCidrBlocks: { SecondaryCidrBlock: vpc.secondaryCidrBlocks },
    EnabledIpv6: vpc.ipv6CidrBlock !== undefined,
    Ipv6CidrBlock: vpc.ipv6CidrBlock ?? "",
    UserCidrs: { UserCidr: [] },
    VRouterId: vpc.vRouterId,
    VSwitchIds: { VSwitchId: vSwitchesOf(world, vpc.id).map((one) => one.id) },
    IsDefault: vpc.isDefault,
    CreationTime: vpcTime(vpc.createdAt),
    Tags: { Tag: [] },
  };
}
