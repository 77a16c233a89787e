import { pingLine } from "../../api/ping-line.ts";
import type { InstancePath, ProbeResult } from "../../engine/probe-path.ts";
import { type Command, type FactsOf, type Look, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { checkFailed, done, notNeeded } from "../../engine/verdicts.ts";
import { type AccountName, itemKey } from "../../keys.ts";
import type { Network, Vpc } from "../../network/network.ts";
import { mayReach } from "../../network/reach.ts";
import { provePair } from "../../path/backbone-proof.ts";
import type { Edition } from "../../path/described.ts";
import type { DescribedBackbone, DescribedVpc } from "../../path/described-backbone.ts";
import { routerOf } from "../../path/peer-proof.ts";
import type { PathVerdict } from "../../path/verdict.ts";
import { plain, say } from "../../text.ts";
import { cenRef } from "../refs.ts";
import { describeBackbone } from "./describe-backbone.ts";
import { describeVpc } from "./describe-vpc.ts";
import { pingInputs } from "./inputs.ts";
import { type PingFacts, stepsOf, type VpcPing } from "./item.ts";
import { asksForInstance, findSource, fromInstance, judgeSource, type Source } from "./source.ts";
import { readBlocks, strayAddress } from "./stray-address.ts";
import { probeToCome } from "./to-come.ts";
import { trafficOf } from "./traffic.ts";
import { blockedBy, milliseconds, probeOnly, toProbe } from "./words.ts";

interface Seen {
  /** Absent: it lies in an account whose key is not here. */
  readonly source?: Source;
  readonly backbone: DescribedBackbone;
  readonly from: DescribedVpc;
  readonly to: DescribedVpc;
  /** Of the VPC that is pinged. */
  readonly blocks: readonly string[];
  readonly icmp: ProbeResult | undefined;
}

/** From an instance of one VPC to an address of another, by Cloud Assistant. */
export const vpcPing = step<VpcPing, Seen, PingFacts>({
  name: "ping",
  title: "Path verified",
  inputs: pingInputs,
  items,
  observe,
  facts: ({ from, vpc, address }, seen) => ({
    from: from.name,
    vpc: vpc.name,
    address,
    averageMs: seen?.icmp?.is === "answered" ? seen.icmp.averageMs : undefined,
    editions: { from: editionIn(seen, from), to: editionIn(seen, vpc) },
  }),
  judge,
  undo: () => notNeeded(say`a ping leaves nothing behind`),
});

function items(network: Network): readonly VpcPing[] {
  const { from: start } = network.goal;
  const isStart = ({ name }: Vpc) => start === undefined || start === name || asksForInstance(network);
  return network.vpcs.filter(isStart).flatMap((from) => {
    const [source] = from.verify;
    const others = network.vpcs.filter((vpc) => mayReach(network, from.name, vpc.name));
    if (source === undefined) return [];
    return others.flatMap((vpc) => vpc.verify.map((address) => itemOf(network, { from, source, vpc, address })));
  });
}

function editionIn(seen: Seen | undefined, { region }: Vpc): Edition | undefined {
  return seen?.backbone.cen && routerOf(seen.backbone.cen, region)?.edition;
}

type Ends = Pick<VpcPing, "from" | "source" | "vpc" | "address">;

function itemOf(network: Network, ends: Ends): VpcPing {
  const { from, vpc, address } = ends;
  return {
    key: itemKey("ping", `${from.name}/${vpc.name}/${address}`),
    needs: { cen: cenRef(network) },
    after: [...new Set([...stepsOf(network, from), ...stepsOf(network, vpc)])],
    accounts: accountsOf(network, ends),
    command: commandOf(network, ends),
    isProof: true,
    toCome: probeToCome(from),
    network,
    ...ends,
  };
}

/** An instance that is asked for may lie in any VPC: whoever reads one of them may find it there. */
function accountsOf(network: Network, { from, vpc }: Ends): readonly AccountName[] {
  const all = asksForInstance(network) ? network.vpcs : [from, vpc];
  return [...new Set([...all.map(({ account }) => account), network.hub])];
}

function commandOf(network: Network, { from, source, vpc, address }: Ends): Command {
  const start = asksForInstance(network) ? (network.goal.from ?? "") : `${from.name} ${source}`;
  return {
    on: say`${start}`,
    line: pingLine("linux", address).command,
    without: {
      on: say`${from.name} to ${vpc.name} ${address}: not pinged: --allow-probes`,
      tryThis: [say`Let sagctl run a ping, as root, on one instance of each VPC: sagctl ping --allow-probes`],
    },
  };
}

async function observe(look: Look, item: VpcPing, given: FactsOf<VpcPing["needs"]>): Promise<Seen> {
  const { network, from, vpc } = item;
  const regions = [...new Set(network.vpcs.map(({ region }) => region))];
  const backbone = await describeBackbone(look, network, given.cen.id, regions);
  const [start, to, source, blocks] = await Promise.all([
    describeVpc(look, from, item.source, backbone),
    describeVpc(look, vpc, item.address, backbone),
    findSource(look, item),
    readBlocks(look, vpc),
  ]);
  const instance = source?.instance;
  const placed = instance ? { ...start, vSwitch: instance.vSwitch } : start;
  const icmp = instance && look.probed(pathOf(instance, item));
  return { backbone, from: placed, to, blocks, icmp, ...(source ? { source } : {}) };
}

function pathOf(instance: NonNullable<Source["instance"]>, item: VpcPing): InstancePath {
  const { vpc, address } = item;
  return { from: fromInstance(instance, item), to: { name: vpc.name, address }, protocol: "icmp" };
}

function judge(seen: Seen, item: VpcPing): Verdict {
  const { source, icmp } = seen;
  const outside = strayAddress(seen.blocks, item.vpc, item.address);
  if (outside) return outside;
  if (!source) return notReadable(item);
  const stranger = source.lies === "here" ? undefined : judgeSource(source, item);
  if (stranger) return stranger;
  const proof = provePair(seen.backbone, seen.from, seen.to, trafficOf(item.network));
  if (proof.reachable === "no") return blockedBy(proof, words(item));
  const unable = judgeSource(source, item);
  if (unable || !source.instance) return unable ?? notReadable(item);
  if (icmp) return judgeProbe(icmp, proof, item);
  return toProbe(pathOf(source.instance, item), proof);
}

/** `vpc1 to vpc3 192.168.0.1` */
function words({ from, vpc, address }: VpcPing): string {
  return `${from.name} to ${vpc.name} ${address}`;
}

function notReadable(item: VpcPing): Verdict {
  const { from, network } = item;
  const start = asksForInstance(network) ? network.goal.from : from.name;
  return {
    is: "blocked",
    who: "account",
    on: say`${words(item)}: not readable from here, ${from.name} lies in account ${from.account}`,
    tryThis: [
      say`Whoever has the key of ${from.account} runs, with this network file: sagctl ping --from ${start ?? ""} --allow-probes`,
    ],
    elsewhere: true,
  };
}

function judgeProbe(icmp: ProbeResult, proof: PathVerdict, item: VpcPing): Verdict {
  if (icmp.is === "no-tool") return checkFailed(icmp.because, ...(icmp.tryThis ?? []));
  if (icmp.is !== "answered") return silent(proof, item);
  if (proof.reachable === "probe-only") return probeOnly(proof, words(item));
  return done(say`${words(item)}  ${milliseconds(icmp)}${untried(item)}`);
}

/** The command on an instance is a ping, and nothing else. */
function untried({ network }: VpcPing): string {
  const port = network.goal.tcpPort;
  return port === undefined ? "" : `; TCP ${port} is let in, and not tried from an instance`;
}

function silent({ unread = [] }: PathVerdict, item: VpcPing): Verdict {
  const { vpc } = item;
  const firewall = say`On the instance: the firewall of its operating system must let ICMP in (Windows blocks it by default)`;
  if (unread.length === 0) {
    return checkFailed(
      say`${words(item)} does not answer a ping (ICMP), although the configuration carries the path`,
      firewall,
      say`Routes that clash are shown by: sagctl status --routes`,
    );
  }
  const because = say`${words(item)} does not answer a ping (ICMP). Not readable from here: ${unread.map(plain).join("; ")}`;
  const theirs = say`Whoever has the key of ${vpc.account} runs, with this network file: sagctl verify`;
  return { is: "failed", kind: "check", because, tryThis: [theirs, firewall], unread: true };
}
