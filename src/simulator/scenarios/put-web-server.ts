import type { Instance, SecurityGroup, SecurityGroupRule } from "../ecs/things.ts";
import type { World } from "../world.ts";
import { HUB } from "./accounts.ts";
import { monthsAgo } from "./months-ago.ts";

export interface WebServerPlan {
  /** What follows `i-` and `sg-`. */
  readonly tail: string;
  /** What follows `vpc-` and `vsw-`. */
  readonly vpcTail: string;
  readonly name: string;
  readonly region: string;
  readonly zoneId: string;
  readonly privateIp: string;
  /** The hub's when absent. */
  readonly uid?: string;
  /** Prefixes that may ping it; none when absent. */
  readonly pingFrom?: readonly string[];
}

/** A running Linux server, and its security group: the web for everybody, SSH from within, and ICMP only where told. */
export function putWebServer(world: World, plan: WebServerPlan): void {
  const owned = {
    uid: plan.uid ?? HUB,
    region: plan.region,
    vpcId: `vpc-${plan.vpcTail}`,
    createdAt: monthsAgo(world, 6),
  };
  const securityGroupId = `sg-${plan.tail}`;
  const rule = ruleMaker(plan.tail, owned.createdAt);
  const group: SecurityGroup = {
    ...owned,
    id: securityGroupId,
    name: plan.name,
    description: "",
    type: "normal",
    innerAccessPolicy: "Accept",
    rules: [
      rule("80/80", "0.0.0.0/0"),
      rule("443/443", "0.0.0.0/0"),
      rule("22/22", "10.0.0.0/8"),
      ...(plan.pingFrom ?? []).map((cidr, at) => pingRule(plan.tail, at, cidr, owned.createdAt)),
    ],
  };
  world.put("security-group", group);
  const instance: Instance = {
    ...owned,
    id: `i-${plan.tail}`,
    zoneId: plan.zoneId,
    name: plan.name,
    vSwitchId: `vsw-${plan.vpcTail}`,
    privateIp: plan.privateIp,
    securityGroupIds: [securityGroupId],
    networkInterfaceId: `eni-${plan.tail}`,
    osType: "linux",
    status: "Running",
    cloudAssistant: true,
  };
  world.put("instance", instance);
}

function ruleMaker(tail: string, createdAt: number): (portRange: string, cidr: string) => SecurityGroupRule {
  return (portRange, cidr) => ({
    id: `sgr-${tail.slice(0, 12)}${portRange.replace("/", "")}`,
    direction: "ingress",
    ipProtocol: "TCP",
    portRange,
    cidr,
    ...usual,
    createdAt,
  });
}

const usual = { policy: "Accept", priority: 1, description: "" } as const;

function pingRule(tail: string, at: number, cidr: string, createdAt: number): SecurityGroupRule {
  const id = `sgr-${tail.slice(0, 12)}icmp${at}`;
  return { id, direction: "ingress", ipProtocol: "ICMP", portRange: "-1/-1", cidr, ...usual, createdAt };
}
