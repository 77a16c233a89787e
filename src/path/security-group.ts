import { covers, cutBy, type Range, rangeOf } from "./ipv4.ts";

/** An inbound rule as the service answers it. */
export interface SecurityRule {
  /** `ICMP`, `TCP`, `UDP`, `GRE` or `ALL`, in any case. */
  readonly protocol: string;
  /** `22/22`, `8000/8010`; `-1/-1` is every port. */
  readonly ports: string;
  /** An IPv4 block; "" when the rule names a group, a prefix list or IPv6. */
  readonly source: string;
  /** `Accept` or `Drop`, in any case. */
  readonly policy: string;
  /** 1 is the best. */
  readonly priority: number;
}

/** What has to get in: a protocol, and for TCP and UDP a port or several. */
export interface Traffic {
  readonly protocol: "icmp" | "tcp" | "udp";
  /** One port or, both ends included, several; absent for ICMP. */
  readonly port?: number | Range;
  /** Set: no step lets it in, since the network file does not allow it; it was only asked about. */
  readonly isUnlisted?: true;
}

/** dropped: a rule forbids it; not-allowed: no rule lets all of it in. */
export type Admission = "accepted" | "dropped" | "not-allowed";

/**
 * Whether a group's inbound rules let in all of this traffic from all of the source block; of several groups of one
 * instance give all rules together, they work as one list. The best priority decides, and Drop goes before Accept on
 * a tie. Rules whose source is no IPv4 block count for nothing. Source: ECS help, "Overview of security group rules".
 */
export function admits(rules: readonly SecurityRule[], wanted: Traffic & { readonly source: string }): Admission {
  const source = rangeOf(wanted.source);
  const fitting = rules.flatMap(readRule).filter((rule) => fitsProtocol(rule, wanted.protocol));
  if (source === undefined) return "not-allowed";
  const sources = cutBy(
    source,
    fitting.map((rule) => rule.source),
  );
  const ports = cutBy(
    portsOf(wanted),
    fitting.map((rule) => rule.ports),
  );
  const found = sources.flatMap((part) => ports.map((port) => decide(fitting, part, port)));
  return (["dropped", "not-allowed"] as const).find((admission) => found.includes(admission)) ?? "accepted";
}

interface ReadRule {
  readonly protocol: string;
  readonly isDrop: boolean;
  readonly priority: number;
  readonly source: Range;
  readonly ports: Range;
}

const everyPort: Range = { first: 0, last: 65_535 };

function readRule(rule: SecurityRule): ReadRule[] {
  const source = rangeOf(rule.source);
  const [first = -1, last = -1] = rule.ports.split("/").map(Number);
  if (source === undefined) return [];
  const ports = first < 0 ? everyPort : { first, last };
  const isDrop = rule.policy.toLowerCase() === "drop";
  return [{ protocol: rule.protocol.toLowerCase(), isDrop, priority: rule.priority, source, ports }];
}

function fitsProtocol(rule: ReadRule, protocol: string): boolean {
  return rule.protocol === "all" || rule.protocol === protocol;
}

function portsOf({ port }: Traffic): Range {
  if (port === undefined) return everyPort;
  return typeof port === "number" ? { first: port, last: port } : port;
}

function decide(rules: readonly ReadRule[], source: Range, ports: Range): Admission {
  const matching = rules.filter((rule) => covers(rule.source, source) && covers(rule.ports, ports));
  if (matching.length === 0) return "not-allowed";
  const best = Math.min(...matching.map((rule) => rule.priority));
  return matching.some((rule) => rule.priority === best && rule.isDrop) ? "dropped" : "accepted";
}
