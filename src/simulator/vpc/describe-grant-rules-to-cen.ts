import { pageOf } from "../paging.ts";
import type { VpcGrant } from "./things.ts";
import { vpcTime } from "./times.ts";
import { vpcAction } from "./vpc-action.ts";

function shown(grant: VpcGrant): Record<string, unknown> {
  return { CenInstanceId: grant.cenId, CenOwnerId: Number(grant.cenUid), CreationTime: vpcTime(grant.createdAt) };
}

/** The view of the VPC's owner; Cbn has another action of this name for the CEN's owner. */
export const describeGrantRulesToCen = vpcAction({
  name: "DescribeGrantRulesToCen",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    InstanceId: { type: "string", required: true },
    InstanceType: { type: "string", required: true, oneOf: ["VPC", "VBR", "CCN"] },
    PageNumber: { type: "integer" },
    PageSize: { type: "integer" },
  },
  evidence: "SDK model: parameters, fields. Page: a bad id gives an empty list.",
  handle(world, request) {
    const { RegionId, InstanceId, InstanceType } = request.params;
    const isWanted = (one: VpcGrant) =>
      one.uid === request.uid &&
      one.region === RegionId &&
      one.instanceId === InstanceId &&
      one.instanceType === InstanceType;
    const page = pageOf(world.listed<VpcGrant>("vpc-grant").filter(isWanted), request);
    return { ...page.echo, CenGrantRules: { CbnGrantRule: page.items.map(shown) } };
  },
});
