import { type Read, type Reply, TOKEN, type Write } from "./call.ts";
import { makeCall, makeWrite } from "./make-call.ts";
import { byToken, tokenThings } from "./paging.ts";
import { flagAt, listAt, numberAt, textAt, wordsAt } from "./reply-fields.ts";
import type { InRegion } from "./vpc.ts";

/** An ECS instance as the list shows it. */
export interface InstanceSeen {
  readonly id: string;
  readonly name: string;
  /** Pending, Running, Starting, Stopping, Stopped. */
  readonly status: string;
  readonly zone: string;
  readonly vpc: string;
  readonly vSwitch: string;
  /** Private addresses. */
  readonly addresses: readonly string[];
  readonly securityGroups: readonly string[];
  /** `linux` or `windows`. */
  readonly os: string;
}

/** A security group without its rules. */
export interface SecurityGroupSeen {
  readonly id: string;
  readonly name: string;
  readonly vpc: string;
  /** `normal` or `enterprise`. */
  readonly type: string;
  /** Of a cloud service: not ours to change. */
  readonly managed: boolean;
}

/** A rule as answered; protocol and policy come in any case (`ICMP`, `Accept`). */
interface RuleSeen {
  readonly id: string;
  readonly protocol: string;
  /** `22/22`; `-1/-1` for ICMP, GRE and ALL. */
  readonly ports: string;
  /** "" when the source is no IPv4 block. */
  readonly source: string;
  readonly sourceGroup: string;
  readonly sourcePrefixList: string;
  readonly ipv6Source: string;
  readonly policy: string;
  /** 1 is the best; on a tie Drop goes before Accept. */
  readonly priority: number;
  readonly description: string;
}

/** A security group with its inbound rules. */
export interface RulesSeen extends SecurityGroupSeen {
  /** Inbound. */
  readonly rules: readonly RuleSeen[];
}

/** A rule that accepts, with priority 1. */
export interface NewRule {
  readonly protocol: "icmp" | "tcp" | "udp";
  /** `443/443`; `-1/-1` for icmp. */
  readonly ports: string;
  /** An IPv4 block. */
  readonly source: string;
  readonly description?: string;
}

/** Those of a VPC, or of a whole region. */
export function listInstances(of: InRegion & { readonly vpc?: string }): Read<readonly InstanceSeen[]> {
  const params = { RegionId: of.region, VpcId: of.vpc, MaxResults: 100 };
  const first = makeCall("Ecs", "DescribeInstances", of, params);
  return tokenThings(first, ["Instances", "Instance"], instanceSeen);
}

function instanceSeen(from: Reply): InstanceSeen {
  const [vpc = {}] = listAt(from, "VpcAttributes");
  return {
    id: textAt(from, "InstanceId"),
    name: textAt(from, "InstanceName"),
    status: textAt(from, "Status"),
    zone: textAt(from, "ZoneId"),
    vpc: textAt(vpc, "VpcId"),
    vSwitch: textAt(vpc, "VSwitchId"),
    addresses: wordsAt(vpc, "PrivateIpAddress", "IpAddress"),
    securityGroups: wordsAt(from, "SecurityGroupIds", "SecurityGroupId"),
    os: textAt(from, "OSType"),
  };
}

/** Those of a VPC, or of a whole region. */
export function listSecurityGroups(of: InRegion & { readonly vpc?: string }): Read<readonly SecurityGroupSeen[]> {
  const params = { RegionId: of.region, VpcId: of.vpc, MaxResults: 100 };
  const first = makeCall("Ecs", "DescribeSecurityGroups", of, params);
  return tokenThings(first, ["SecurityGroups", "SecurityGroup"], groupSeen);
}

function groupSeen(from: Reply): SecurityGroupSeen {
  return {
    id: textAt(from, "SecurityGroupId"),
    name: textAt(from, "SecurityGroupName"),
    vpc: textAt(from, "VpcId"),
    type: textAt(from, "SecurityGroupType") || "normal",
    managed: flagAt(from, "ServiceManaged") ?? false,
  };
}

/** Undefined: there is no such group in the region. NicType is sent since it once defaulted to `internet`. */
export function readSecurityGroup(of: InRegion & { readonly id: string }): Read<RulesSeen | undefined> {
  const params = { RegionId: of.region, SecurityGroupId: of.id, Direction: "ingress", NicType: "intranet" };
  const first = makeCall("Ecs", "DescribeSecurityGroupAttribute", of, { ...params, MaxResults: 1000 });
  return { call: first, take: rulesSeen, next: byToken(first), none: undefined };
}

function rulesSeen(pages: readonly Reply[]): RulesSeen | undefined {
  const [group] = pages;
  if (group === undefined || textAt(group, "SecurityGroupId") === "") return undefined;
  const rules = pages.flatMap((page) => listAt(page, "Permissions", "Permission"));
  return { ...groupSeen(group), rules: rules.filter(isIngress).map(ruleSeen) };
}

const isIngress = (from: Reply): boolean => textAt(from, "Direction").toLowerCase() !== "egress";

function ruleSeen(from: Reply): RuleSeen {
  return {
    id: textAt(from, "SecurityGroupRuleId"),
    protocol: textAt(from, "IpProtocol"),
    ports: textAt(from, "PortRange"),
    source: textAt(from, "SourceCidrIp"),
    sourceGroup: textAt(from, "SourceGroupId"),
    sourcePrefixList: textAt(from, "SourcePrefixListId"),
    ipv6Source: textAt(from, "Ipv6SourceCidrIp"),
    policy: textAt(from, "Policy"),
    priority: numberAt(from, "Priority") ?? 1,
    description: textAt(from, "Description"),
  };
}

/** One call for all rules of a group; a rule that stands already is a silent success there. */
export function allowIngress(of: InRegion & { readonly id: string; readonly rules: readonly NewRule[] }): Write {
  const Permissions = of.rules.map(permission);
  const params = { RegionId: of.region, SecurityGroupId: of.id, Permissions, ClientToken: TOKEN };
  return makeWrite(makeCall("Ecs", "AuthorizeSecurityGroup", of, params));
}

function permission(rule: NewRule): Readonly<Record<string, string>> {
  return {
    IpProtocol: rule.protocol,
    PortRange: rule.ports,
    SourceCidrIp: rule.source,
    Policy: "accept",
    Priority: "1",
    NicType: "intranet",
    ...(rule.description === undefined ? {} : { Description: rule.description }),
  };
}

/** By the rules' ids, so that an equal rule of somebody else stays. */
export function revokeIngress(of: InRegion & { readonly id: string; readonly ruleIds: readonly string[] }): Write {
  const params = { RegionId: of.region, SecurityGroupId: of.id, SecurityGroupRuleId: of.ruleIds, ClientToken: TOKEN };
  return makeWrite(makeCall("Ecs", "RevokeSecurityGroup", of, params));
}
