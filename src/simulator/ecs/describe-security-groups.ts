import type { SimRequest } from "../action.ts";
import { ecsAction } from "./ecs-action.ts";
import { here, pageEitherWay, pagingParameters, readJsonList } from "./requests.ts";
import type { SecurityGroup } from "./things.ts";
import { secondTime } from "./times.ts";

function isWanted(request: SimRequest): (one: SecurityGroup) => boolean {
  const { params } = request;
  const ids = readJsonList(request, "SecurityGroupIds");
  return (one) =>
    (ids?.includes(one.id) ?? true) &&
    one.id === (params.SecurityGroupId ?? one.id) &&
    one.vpcId === (params.VpcId ?? one.vpcId) &&
    one.name === (params.SecurityGroupName ?? one.name) &&
    one.type === (params.SecurityGroupType ?? one.type);
}

function shown(one: SecurityGroup): Record<string, unknown> {
  return {
    SecurityGroupId: one.id,
    SecurityGroupName: one.name,
    Description: one.description,
    SecurityGroupType: one.type,
    VpcId: one.vpcId,
    RuleCount: one.rules.length,
    ServiceManaged: false,
    CreationTime: secondTime(one.createdAt),
    Tags: { Tag: [] },
  };
}

export const describeSecurityGroups = ecsAction({
  name: "DescribeSecurityGroups",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    SecurityGroupId: { type: "string" },
    SecurityGroupIds: { type: "json" },
    SecurityGroupName: { type: "string" },
    SecurityGroupType: { type: "string", oneOf: ["normal", "enterprise"] },
    VpcId: { type: "string" },
    DryRun: { type: "boolean" },
    ...pagingParameters,
  },
  evidence: "SDK model: parameters, fields. Page: unknown ids give an empty list; at most 100 a page.",
  handle(world, request) {
    const wanted = here(world.listed<SecurityGroup>("security-group"), request).filter(isWanted(request));
    const page = pageEitherWay(wanted, request);
    const list = page.items.map(shown);
    return { ...page.echo, RegionId: request.params.RegionId, SecurityGroups: { SecurityGroup: list } };
  },
});
