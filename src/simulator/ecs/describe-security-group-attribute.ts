import type { SimRequest } from "../action.ts";
import { tokenPageOf } from "../paging.ts";
import { ecsAction } from "./ecs-action.ts";
import { findGroup } from "./requests.ts";
import type { SecurityGroup, SecurityGroupRule } from "./things.ts";
import { secondTime } from "./times.ts";

function peers(rule: SecurityGroupRule): Record<string, string> {
  const [cidr, group] = [rule.cidr ?? "", rule.groupId ?? ""];
  return rule.direction === "ingress"
    ? { SourceCidrIp: cidr, SourceGroupId: group, DestCidrIp: "", DestGroupId: "" }
    : { SourceCidrIp: "", SourceGroupId: "", DestCidrIp: cidr, DestGroupId: group };
}

function shown(rule: SecurityGroupRule): Record<string, unknown> {
  return {
    SecurityGroupRuleId: rule.id,
    Direction: rule.direction,
    IpProtocol: rule.ipProtocol,
    PortRange: rule.portRange,
    SourcePortRange: "",
    ...peers(rule),
    NicType: "intranet",
    Policy: rule.policy,
    // A number in the sample, a string in the SDK model.
    Priority: rule.priority,
    Description: rule.description,
    CreateTime: secondTime(rule.createdAt),
  };
}

/** In a VPC all rules are of the intranet card. Source: current page; the one of 2021 had internet as default. */
function rulesWanted({ params }: SimRequest, group: SecurityGroup): SecurityGroupRule[] {
  if (params.NicType === "internet") return [];
  const all = params.Direction === undefined || params.Direction === "all";
  return group.rules.filter((rule) => all || rule.direction === params.Direction);
}

export const describeSecurityGroupAttribute = ecsAction({
  name: "DescribeSecurityGroupAttribute",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    SecurityGroupId: { type: "string", required: true },
    Direction: { type: "string", oneOf: ["ingress", "egress", "all"] },
    NicType: { type: "string", oneOf: ["internet", "intranet"] },
    MaxResults: { type: "integer" },
    NextToken: { type: "string" },
  },
  evidence: "SDK model: parameters, fields, MaxResults 10 to 1000, 500 by default. Page: codes; protocols in capitals.",
  handle(world, request) {
    const group = findGroup(world, request);
    const style = { size: "MaxResults", usual: 500, least: 10, most: 1000 };
    const page = tokenPageOf(rulesWanted(request, group), request, style);
    return {
      RegionId: group.region,
      SecurityGroupId: group.id,
      SecurityGroupName: group.name,
      Description: group.description,
      VpcId: group.vpcId,
      InnerAccessPolicy: group.innerAccessPolicy,
      Permissions: { Permission: page.items.map(shown) },
      NextToken: page.next,
    };
  },
});
