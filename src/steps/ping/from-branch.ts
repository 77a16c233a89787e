import { isStatus } from "../../api/is-status.ts";
import type { BranchPath, ProbeResult } from "../../engine/probe-path.ts";
import { type FactsOf, type Look, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { checkFailed, notNeeded } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import { isPrivate } from "../../network/addresses.ts";
import type { Branch, Network, Vpc } from "../../network/network.ts";
import { mayReach } from "../../network/reach.ts";
import type { DescribedGateway } from "../../path/described.ts";
import { say } from "../../text.ts";
import { isActivated } from "../activate/activated.ts";
import { ccnRef, cenRef, gatewayRef } from "../refs.ts";
import { describePath, proofOf, type Seen as Read } from "./describe-path.ts";
import { pingInputs } from "./inputs.ts";
import { type BranchPing, type PingFacts, stepsOf } from "./item.ts";
import { judgeProbes, tcpFacts } from "./judge-probes.ts";
import { readBlocks, strayAddress } from "./stray-address.ts";
import { readsToCome } from "./to-come.ts";
import { blockedBy, destination, toProbe } from "./words.ts";

/** After power-on and binding a device reports to its controller within minutes. */
const ONLINE_MS = 3 * 60_000;

interface Seen {
  readonly blocks: readonly string[];
  readonly path: Read;
  readonly icmp: ProbeResult | undefined;
  readonly tcp: ProbeResult | undefined;
}

/** From a client of a branch to an address of a VPC. */
export const branchPing = step<BranchPing, Seen, PingFacts>({
  name: "ping",
  title: "Path verified",
  inputs: pingInputs,
  items,
  observe,
  facts: ({ branch, vpc, address, network }, seen) => ({
    from: branch.name,
    vpc: vpc.name,
    address,
    averageMs: seen?.icmp?.is === "answered" ? seen.icmp.averageMs : undefined,
    ...tcpFacts(seen?.tcp, network.goal.tcpPort),
  }),
  judge,
  undo: () => notNeeded(say`a ping leaves nothing behind`),
});

function items(network: Network): readonly BranchPing[] {
  const { from } = network.goal;
  const branches = network.branches.filter((branch) => from === undefined || from === branch.name);
  return branches.flatMap((branch) =>
    network.vpcs
      .filter((vpc) => mayReach(network, branch.name, vpc.name))
      .flatMap((vpc) => vpc.verify.map((address) => itemOf(network, branch, vpc, address))),
  );
}

function itemOf(network: Network, branch: Branch, vpc: Vpc, address: string): BranchPing {
  return {
    key: itemKey("ping", `${branch.name}/${vpc.name}/${address}`),
    needs: { gateway: gatewayRef(branch), cen: cenRef(network), ccn: ccnRef(network) },
    after: [
      itemKey("static-routes", branch.name),
      itemKey("ccn-bind", branch.name),
      itemKey("cen-bind", network.ccn.area),
      ...stepsOf(network, vpc),
      ...network.connections
        .filter(({ between }) => between.includes("ccn"))
        .map(({ name }) => itemKey("region-connection", name)),
    ],
    isProof: true,
    toCome: readsToCome(network, branch, vpc),
    network,
    branch,
    vpc,
    address,
  };
}

async function observe(look: Look, item: BranchPing, given: FactsOf<BranchPing["needs"]>): Promise<Seen> {
  const [blocks, path] = await Promise.all([readBlocks(look, item.vpc), describePath(look, item, given)]);
  const tcp = tcpPath(item);
  return { blocks, path, icmp: look.probed(icmpPath(item)), tcp: tcp && look.probed(tcp) };
}

function icmpPath(item: BranchPing): BranchPath {
  const { branch, vpc, address, network } = item;
  const { source } = network.goal;
  const from = {
    branch: branch.name,
    cidrs: branch.cidrs.toSorted(byPrivacy),
    ...(source === undefined ? {} : { source }),
  };
  return { from, to: { name: vpc.name, address }, protocol: "icmp" };
}

/** A ping starts where security groups let it in, if it may choose. */
function byPrivacy(one: string, other: string): number {
  return Number(isPrivate(other)) - Number(isPrivate(one));
}

function tcpPath(item: BranchPing): BranchPath | undefined {
  const port = item.network.goal.tcpPort;
  return port === undefined ? undefined : { ...icmpPath(item), protocol: "tcp", port };
}

function judge(seen: Seen, item: BranchPing): Verdict {
  const { gateway } = seen.path.branch;
  const stray = strayAddress(seen.blocks, item.vpc, item.address);
  if (stray) return stray;
  const verdict = proofOf(seen.path);
  if (!verdict) return gateway ? notOnline(gateway, item) : noGateway(item);
  if (verdict.reachable === "no") return blockedBy(verdict, destination(item));
  const tcp = seen.tcp ? undefined : tcpPath(item);
  if (!seen.icmp) return toProbe(icmpPath(item), verdict, tcp);
  return tcp ? toProbe(tcp, verdict) : judgeProbes({ icmp: seen.icmp, tcp: seen.tcp }, verdict, item);
}

function notOnline(gateway: DescribedGateway, item: BranchPing): Verdict {
  const { id, status } = gateway;
  const { name } = item.branch;
  const comesOnline = {
    is: "blocked",
    who: "person",
    on: say`the gateway ${id} to come online (now ${status})`,
  } as const;
  if (!isActivated(gateway)) return { ...comesOnline, tryThis: [say`sagctl ${beforeIt(gateway)} --only ${name}`] };
  if (gateway.ccnId === "") {
    return checkFailed(say`${id} is on no CCN (now ${status})`, say`sagctl ${stepNext(gateway, item)} --only ${name}`);
  }
  return {
    ...comesOnline,
    expectMs: ONLINE_MS,
    deed: "cabling",
    tryThis: [
      say`Check power, the WAN cable to the uplink, and wait for the CLOUD light to stay on`,
      say`The uplink must let the device reach the Internet; status shows its WAN and LAN modes once it is online`,
    ],
  };
}

/** Nobody activates what is still in a parcel. */
function beforeIt({ status }: DescribedGateway): string {
  return isStatus(status, "Ordered", "Delivered") ? "connect" : "activate";
}

function stepNext({ cidrs }: DescribedGateway, { branch }: BranchPing): string {
  return branch.cidrs.every((cidr) => cidrs.includes(cidr)) ? "ccn-bind" : "static-routes";
}

function noGateway({ branch: { name } }: BranchPing): Verdict {
  return checkFailed(say`${name} has no gateway`, say`sagctl purchase --only ${name}`);
}
