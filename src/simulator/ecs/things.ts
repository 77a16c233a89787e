import type { Thing } from "../world.ts";

/** Kind `instance`: an ECS instance with one network card. */
export interface Instance extends Thing {
  region: string;
  zoneId: string;
  name: string;
  vpcId: string;
  vSwitchId: string;
  privateIp: string;
  securityGroupIds: string[];
  networkInterfaceId: string;
  osType: "linux" | "windows";
  status: "Running" | "Stopped";
  /** The Cloud Assistant agent runs: RunCommand works. */
  cloudAssistant: boolean;
  createdAt: number;
}

/** One rule, as Describe shows it but for the case of its words; exactly one of the peers is set. */
export interface SecurityGroupRule {
  id: string;
  direction: "ingress" | "egress";
  ipProtocol: "TCP" | "UDP" | "ICMP" | "GRE" | "ALL";
  /** `22/22`; `-1/-1` for protocols without ports. */
  portRange: string;
  /** Ingress: where from; egress: where to. */
  cidr?: string;
  groupId?: string;
  policy: "Accept" | "Drop";
  /** 1 to 100, lower wins; Drop wins a tie. */
  priority: number;
  description: string;
  createdAt: number;
}

/** Kind `security-group`: stateful; what no rule accepts inwards is dropped, outwards a normal group accepts all. */
export interface SecurityGroup extends Thing {
  region: string;
  vpcId: string;
  name: string;
  description: string;
  type: "normal" | "enterprise";
  innerAccessPolicy: "Accept" | "Drop";
  rules: SecurityGroupRule[];
  createdAt: number;
}
