import { isStatus } from "../../api/is-status.ts";
import { type FactsOf, type Look, type ProbePath, type ProbeResult, step, type Verdict } from "../../engine/step.ts";
import { checkFailed, done, notNeeded } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { Branch, Network, Vpc } from "../../network/network.ts";
import { mayReach } from "../../network/reach.ts";
import type { Described } from "../../path/described.ts";
import { provePaths } from "../../path/proof.ts";
import type { PathVerdict } from "../../path/verdict.ts";
import { plain, say } from "../../text.ts";
import { attachRef, ccnRef, cenRef, gatewayRef } from "../refs.ts";
import { describePath } from "./describe-path.ts";
import { pingInputs } from "./inputs.ts";
import type { PingItem } from "./item.ts";

/** After power-on and binding a device reports to its controller within minutes. */
const ONLINE_MS = 3 * 60_000;

interface Seen {
  readonly described: Described;
  readonly icmp: ProbeResult | undefined;
  readonly tcp: ProbeResult | undefined;
}

export interface PingFacts {
  readonly branch: string;
  readonly vpc: string;
  readonly address: string;
  readonly averageMs: number | undefined;
}

/** The proof: the configuration as read carries the traffic, and a ping answers. */
export const ping = step<PingItem, Seen, PingFacts>({
  name: "ping",
  title: "Path verified",
  inputs: pingInputs,
  items,
  observe,
  facts: ({ branch, vpc, address }, seen) => ({
    branch: branch.name,
    vpc: vpc.name,
    address,
    averageMs: seen?.icmp?.is === "answered" ? seen.icmp.averageMs : undefined,
  }),
  judge,
  undo: () => notNeeded(say`a ping leaves nothing behind`),
});

function items(network: Network): readonly PingItem[] {
  return network.branches.flatMap((branch) =>
    network.vpcs
      .filter((vpc) => mayReach(network, branch.name, vpc.name))
      .flatMap((vpc) => vpc.verify.map((address) => itemOf(network, branch, vpc, address))),
  );
}

function itemOf(network: Network, branch: Branch, vpc: Vpc, address: string): PingItem {
  const connections = network.connections.filter((one) =>
    one.between.some((end) => [vpc.name, vpc.region].includes(end)),
  );
  return {
    key: itemKey("ping", `${branch.name}/${vpc.name}/${address}`),
    needs: { gateway: gatewayRef(branch), cen: cenRef(network), ccn: ccnRef(network) },
    after: [
      itemKey("static-routes", branch.name),
      itemKey("ccn-bind", branch.name),
      itemKey("cen-bind", network.ccn.area),
      attachRef(vpc).key,
      ...connections.map((one) => itemKey("region-connection", one.name)),
      itemKey("security-group", vpc.name),
    ],
    network,
    branch,
    vpc,
    address,
  };
}

async function observe(look: Look, item: PingItem, given: FactsOf<PingItem["needs"]>): Promise<Seen> {
  const described = await describePath(look, item, given);
  const tcp = tcpPath(item);
  return { described, icmp: look.probed(icmpPath(item)), tcp: tcp && look.probed(tcp) };
}

function icmpPath(item: PingItem): ProbePath {
  const { branch, vpc, address, network } = item;
  const { source } = network.goal;
  const from = { branch: branch.name, cidrs: branch.cidrs, ...(source === undefined ? {} : { source }) };
  return { from, to: { name: vpc.name, address }, protocol: "icmp" };
}

function tcpPath(item: PingItem): ProbePath | undefined {
  const port = item.network.goal.tcpPort;
  return port === undefined ? undefined : { ...icmpPath(item), protocol: "tcp", port };
}

function judge(seen: Seen, item: PingItem): Verdict {
  const { described } = seen;
  const gateway = described.branch.gateway;
  if (gateway && gateway.ccnId !== "" && !isStatus(gateway.status, "Active")) return notOnline(gateway);
  const [verdict] = provePaths(described);
  if (!verdict) return noGateway(gateway, item);
  if (verdict.reachable === "no") return blockedBy(verdict, item);
  const path = nextProbe(seen, item);
  if (path) return { is: "probe", path };
  return judgeProbes(seen, verdict, item);
}

function nextProbe(seen: Seen, item: PingItem): ProbePath | undefined {
  if (!seen.icmp) return icmpPath(item);
  return seen.icmp.is === "answered" && !seen.tcp ? tcpPath(item) : undefined;
}

function notOnline(gateway: { readonly id: string; readonly status: string }): Verdict {
  return {
    is: "blocked",
    who: "person",
    on: say`the gateway ${gateway.id} to come online (now ${gateway.status})`,
    expectMs: ONLINE_MS,
    tryThis: [
      say`Check power, the WAN cable to the uplink, and wait for the CLOUD light to stay on`,
      say`The uplink must let the device reach the Internet; status shows its WAN and LAN modes once it is online`,
    ],
  };
}

function noGateway(gateway: { readonly id: string } | undefined, item: PingItem): Verdict {
  const { name } = item.branch;
  if (!gateway) return checkFailed(say`${name} has no gateway`, say`sagctl purchase --only ${name}`);
  return checkFailed(say`${gateway.id} is on no CCN`, say`sagctl ccn-bind --only ${name}`);
}

function blockedBy(verdict: PathVerdict, item: PingItem): Verdict {
  const block = verdict.firstBlock;
  return checkFailed(
    say`${destination(item)}: ${block ? plain(block.what) : "not proven"}`,
    ...(block ? [say`${plain(block.mend)}`] : []),
  );
}

function judgeProbes(seen: Seen, verdict: PathVerdict, item: PingItem): Verdict {
  const { icmp, tcp } = seen;
  const last = tcp ?? icmp;
  if (last?.is === "not-from-here") return notFromHere(last.line, item);
  if (last?.is === "no-tool") return checkFailed(last.because);
  if (last?.is !== "answered" || icmp?.is !== "answered") return silent(item);
  if (verdict.reachable === "probe-only") return probeOnly(verdict, item);
  return done(say`${destination(item)}  ${icmp.averageMs.toFixed(0)} ms`);
}

/** Basic Edition carries 1 kbit/s between regions for nothing: enough for a ping, not for traffic. */
function probeOnly(verdict: PathVerdict, item: PingItem): Verdict {
  const block = verdict.firstBlock;
  return checkFailed(
    say`${destination(item)}: probe only. ${block ? plain(block.what) : ""}`,
    ...(block ? [say`${plain(block.mend)}`] : []),
  );
}

function silent(item: PingItem): Verdict {
  return checkFailed(
    say`${destination(item)} does not answer, although the configuration carries the path`,
    say`On the branch client: its default gateway must be the device's LAN address, or route the VPC's block to it`,
    say`On the instance: the firewall of its operating system must let ICMP in (Windows blocks it by default)`,
    say`Routes that clash are shown by: sagctl status --routes`,
  );
}

function notFromHere(line: string, item: PingItem): Verdict {
  return {
    is: "blocked",
    who: "person",
    on: say`${destination(item)}: not pinged from here, this machine is not in ${item.branch.name}`,
    tryThis: [say`On a client of the branch, run: ${line}`],
    elsewhere: true,
  };
}

function destination(item: PingItem): string {
  return `${item.vpc.name} ${item.address}`;
}
