import type { ProbeResult } from "../../engine/probe-path.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { checkFailed, done } from "../../engine/verdicts.ts";
import { isPrivate } from "../../network/addresses.ts";
import type { PathVerdict } from "../../path/verdict.ts";
import { say, type Text } from "../../text.ts";
import type { BranchPing, PingFacts } from "./item.ts";
import { type Answered, destination, milliseconds, probeOnly } from "./words.ts";

/** What was heard from a branch; `tcp` where a port was asked for. */
interface Probed {
  readonly icmp: ProbeResult;
  readonly tcp: ProbeResult | undefined;
}

/** What the probes found on a path of which the proof has nothing to say against. */
export function judgeProbes({ icmp, tcp }: Probed, verdict: PathVerdict, item: BranchPing): Verdict {
  const isProbeOnly = verdict.reachable === "probe-only";
  const lines = [icmp, tcp].flatMap((one) => (one?.is === "not-from-here" ? [one.line] : []));
  // No ping could say more than the proof has said.
  if (lines.length > 0) return isProbeOnly ? probeOnly(verdict, destination(item)) : notFromHere(lines, item);
  if (icmp.is === "no-tool" && tcp?.is !== "answered") return checkFailed(icmp.because);
  if (icmp.is === "silent") return silent(tcp, item);
  if (tcp?.is === "silent") return portSilent(icmp, item);
  if (isProbeOnly) return probeOnly(verdict, destination(item));
  const heard = [...(icmp.is === "answered" ? [milliseconds(icmp)] : []), ...portWords(tcp, item)];
  return done(say`${destination(item)}  ${heard.join(", ")}`);
}

/** A refusal is an answer: the path carries, and nothing listens. */
function portWords(tcp: ProbeResult | undefined, item: BranchPing): readonly string[] {
  if (tcp?.is !== "answered") return [];
  const nothing = isRefused(tcp) ? " (nothing listens there: refused)" : "";
  return [`${portOf(item)} ${milliseconds(tcp)}${nothing}`];
}

function portOf({ network }: BranchPing): string {
  return `TCP ${String(network.goal.tcpPort)}`;
}

function isRefused({ refused = 0, received }: Answered): boolean {
  return refused === received;
}

function silent(tcp: ProbeResult | undefined, item: BranchPing): Verdict {
  const heard = tcp?.is === "answered" ? `, and ${portOf(item)} does` : "";
  return checkFailed(
    say`${destination(item)} does not answer a ping (ICMP)${heard}, although the configuration carries the path`,
    ...(heard ? [] : [onClient]),
    say`On the instance: the firewall of its operating system must let ICMP in (Windows blocks it by default)`,
    ...ownRules(item),
    ...(heard ? [] : [onRoutes]),
  );
}

function ownRules({ branch, vpc }: BranchPing): readonly Text[] {
  const outside = branch.cidrs.filter((cidr) => !isPrivate(cidr)).join(", ");
  if (outside === "") return [];
  return [
    say`From ${outside} sagctl lets nothing in, since that is not private: ${vpc.name} needs a rule of your own for it`,
  ];
}

const onClient = say`On the branch client: its default gateway must be the device's LAN address, or route the VPC's block to it`;
const onRoutes = say`Routes that clash are shown by: sagctl status --routes`;

function portSilent(icmp: ProbeResult, item: BranchPing): Verdict {
  const heard = icmp.is === "answered" ? `a ping answers in ${milliseconds(icmp)}` : "no ping was made";
  return checkFailed(
    say`${destination(item)}: ${portOf(item)} does not answer, although the configuration carries the path (${heard})`,
    say`On the instance: the firewall of its operating system must let ${portOf(item)} in`,
  );
}

function notFromHere(lines: readonly string[], item: BranchPing): Verdict {
  return {
    is: "blocked",
    who: "person",
    on: say`${destination(item)}: not pinged from here, this machine is not in ${item.branch.name}`,
    tryThis: lines.map((line) => say`On a client of the branch, run: ${line}`),
    elsewhere: true,
  };
}

/** What others are told of the port that was asked for. */
export function tcpFacts(tcp: ProbeResult | undefined, port: number | undefined): Pick<PingFacts, "tcp"> {
  if (port === undefined || (tcp?.is !== "answered" && tcp?.is !== "silent")) return {};
  if (tcp.is === "silent") return { tcp: { port, is: "silent" } };
  return { tcp: { port, is: isRefused(tcp) ? "refused" : "answers", averageMs: tcp.averageMs } };
}
