import { type ParameterRule, Refusal, type SimRequest } from "../action.ts";
import { parseAddress, parsePrefix } from "../cidr.ts";
import type { SecurityGroupRule } from "./things.ts";

export type WantedRule = Omit<SecurityGroupRule, "id" | "createdAt">;

const text: ParameterRule = { type: "string" };

const members = {
  IpProtocol: text,
  PortRange: text,
  SourceCidrIp: text,
  SourceGroupId: text,
  Policy: text,
  Priority: text,
  NicType: text,
  Description: text,
} as const;

/** Rules as a list, or one of them at the top level in the deprecated way. */
export const permissionParameters = {
  RegionId: { type: "string", required: true },
  SecurityGroupId: { type: "string", required: true },
  ClientToken: text,
  Permissions: { type: "list", of: members },
  ...members,
} as const satisfies Record<string, ParameterRule>;

type Given = Readonly<Partial<Record<keyof typeof members, string>>>;

function refuse(code: string, message: string, status = 400): never {
  throw new Refusal(status, code, message);
}

const protocols = ["TCP", "UDP", "ICMP", "GRE", "ALL"] as const;

function readProtocol(given: Given): WantedRule["ipProtocol"] {
  if (!given.IpProtocol) refuse("MissingParameter", "IpProtocol is missing.");
  const wanted = given.IpProtocol?.toUpperCase();
  return protocols.find((one) => one === wanted) ?? refuse("InvalidIpProtocol.ValueNotSupported", "Not a protocol.");
}

function isPortRange(range: string): boolean {
  const [from = 0, to = 0] = /^\d+\/\d+$/.test(range) ? range.split("/").map(Number) : [];
  return from >= 1 && from <= to && to <= 65_535;
}

function readPorts(given: Given, protocol: WantedRule["ipProtocol"]): string {
  const range = given.PortRange;
  if (!range) return refuse("MissingParameter", "PortRange is missing.");
  const hasPorts = protocol === "TCP" || protocol === "UDP";
  if (hasPorts !== (range !== "-1/-1")) return refuse("OperationDenied", "Port range and protocol do not match.");
  return !hasPorts || isPortRange(range) ? range : refuse("InvalidPortRange.Malformed", "The port range is malformed.");
}

/** A bare address is a prefix of 32. Assumption: host bits are refused. */
function readPeer(given: Given): { cidr: string } | { groupId: string } {
  const { SourceCidrIp: source, SourceGroupId: groupId } = given;
  if (source && groupId) return refuse("InvalidParamter.Conflict", "Two sources in one rule.", 403);
  if (groupId) return { groupId };
  if (!source) return refuse("MissingParameter.Source", "The source is missing.");
  const cidr = parseAddress(source) === undefined ? source : `${source}/32`;
  return parsePrefix(cidr) ? { cidr } : refuse("InvalidSourceCidrIp.Malformed", "The source is malformed.");
}

function readPolicy(given: Given): WantedRule["policy"] {
  const policy = (given.Policy ?? "accept").toLowerCase();
  if (policy !== "accept" && policy !== "drop") return refuse("InvalidPolicy.Malformed", "Policy is accept or drop.");
  return policy === "accept" ? "Accept" : "Drop";
}

function readPriority(given: Given): number {
  const priority = Number(given.Priority ?? 1);
  const isFine = Number.isInteger(priority) && priority >= 1 && priority <= 100;
  return isFine ? priority : refuse("InvalidPriority.ValueNotSupported", "Priority is 1 to 100.");
}

function readRule(given: Given): WantedRule {
  if (given.NicType === "internet") refuse("InvalidNicType.Mismatch", "In a VPC the card is intranet.", 403);
  const ipProtocol = readProtocol(given);
  return {
    direction: "ingress",
    ipProtocol,
    portRange: readPorts(given, ipProtocol),
    ...readPeer(given),
    policy: readPolicy(given),
    priority: readPriority(given),
    description: given.Description ?? "",
  };
}

/** The rules that a request names, checked. */
export function readRules({ params }: SimRequest): WantedRule[] {
  const listed = params.Permissions as Given[] | undefined;
  return (listed ?? [params as Given]).map(readRule);
}

/** Whether two rules are one and the same to the service: a description makes no difference. */
export function isSameRule(a: WantedRule, b: WantedRule): boolean {
  const sameWho = a.cidr === b.cidr && a.groupId === b.groupId && a.direction === b.direction;
  const sameWhat = a.ipProtocol === b.ipProtocol && a.portRange === b.portRange;
  return sameWho && sameWhat && a.policy === b.policy && a.priority === b.priority;
}
