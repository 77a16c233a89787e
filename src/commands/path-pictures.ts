import type { RunResult } from "../engine/converge.ts";
import type { End } from "../engine/events.ts";
import { ccnRegion } from "../network/areas.ts";
import { cenAreaOf, cenAreaTitle } from "../network/cen-areas.ts";
import type { Branch, Network, Vpc } from "../network/network.ts";
import { regionTitle } from "../network/region-titles.ts";
import type { PingFacts } from "../steps/ping/index.ts";
import type { BranchPicture, Destination, PathPicture, VpcPicture } from "../ui/screens/path-drawing.ts";

/** One picture a branch, and one a VPC, of what has been pinged in this run; none while nothing answers. */
export function pathPictures(network: Network, result: RunResult): readonly PathPicture[] {
  const branches = network.branches.map((branch) => branchPicture(network, branch, result));
  const vpcs = network.vpcs.map((vpc) => vpcPicture(network, vpc, result));
  return [...branches, ...vpcs].filter(hasAnswers);
}

function branchPicture(network: Network, branch: Branch, result: RunResult): BranchPicture {
  const ccn = cenAreaTitle(cenAreaOf(ccnRegion(network.ccn.area)) ?? network.ccn.area);
  const destinations = pingsFrom(branch.name, result).map(({ facts, end }) => destinationOf(facts, end));
  return { branch: { name: branch.name, cidrs: branch.cidrs }, ccn, destinations };
}

function vpcPicture(network: Network, vpc: Vpc, result: RunResult): VpcPicture {
  const [address = ""] = vpc.verify;
  const routerOf = ({ region }: Vpc) => `TR ${regionTitle(region)}`;
  const pings = pingsFrom(vpc.name, result);
  const isBasic = pings.some(({ facts }) => facts.editions?.from === "Basic");
  const destinations = pings.map(({ facts, end }) => {
    const to = network.vpcs.find((one) => one.name === facts.vpc);
    const isFar = to !== undefined && to.region !== vpc.region && !isBasic && facts.editions?.to !== "Basic";
    return { ...destinationOf(facts, end), ...(isFar ? { behind: routerOf(to) } : {}) };
  });
  return { vpc: { name: vpc.name, address }, router: isBasic ? "CEN" : routerOf(vpc), destinations };
}

function pingsFrom(name: string, result: RunResult): readonly { readonly facts: PingFacts; readonly end: End }[] {
  const pings = [...result.ends].filter(([key]) => key.startsWith(`ping/${name}/`));
  return pings.map(([key, end]) => ({ facts: result.facts.get(key) as PingFacts, end }));
}

function destinationOf(facts: PingFacts, end: End): Destination {
  const { vpc, address, averageMs, tcp } = facts;
  const heard = { ...(averageMs === undefined ? {} : { averageMs }), ...(tcp ? { tcp } : {}) };
  return { name: vpc, address, is: standingOf(facts, end), ...heard };
}

/** A ping that answers, and yet is no proof, came through on test bandwidth. */
function standingOf({ averageMs, tcp }: PingFacts, end: End): Destination["is"] {
  if (end.is === "done") return "answers";
  if (end.is !== "failed") return "not-pinged";
  if (averageMs === undefined) return "silent";
  return tcp?.is === "silent" ? "answers" : "probe-only";
}

function hasAnswers(picture: PathPicture): boolean {
  return picture.destinations.some((one) => one.is === "answers");
}
