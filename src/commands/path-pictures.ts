import type { RunResult } from "../engine/converge.ts";
import type { End } from "../engine/events.ts";
import { ccnRegion } from "../network/areas.ts";
import { cenAreaOf, cenAreaTitle } from "../network/cen-areas.ts";
import type { Branch, Network } from "../network/network.ts";
import type { PingFacts } from "../steps/ping/index.ts";
import type { Destination, PathPicture } from "../ui/path-drawing.ts";

/** One picture a branch of what has been pinged in this run; none while nothing answers. */
export function pathPictures(network: Network, result: RunResult): readonly PathPicture[] {
  return network.branches.map((branch) => pictureOf(network, branch, result)).filter(hasAnswers);
}

function pictureOf(network: Network, branch: Branch, result: RunResult): PathPicture {
  const destinations = [...result.ends]
    .filter(([key]) => key.startsWith(`ping/${branch.name}/`))
    .flatMap(([key, end]) => destinationOf(result.facts.get(key), end));
  const ccn = cenAreaTitle(cenAreaOf(ccnRegion(network.ccn.area)) ?? network.ccn.area);
  return { branch: { name: branch.name, cidrs: branch.cidrs }, ccn, destinations };
}

function destinationOf(facts: unknown, end: End): readonly Destination[] {
  const { vpc, address, averageMs } = facts as PingFacts;
  if (end.is !== "done") return [{ name: vpc, address, is: end.is === "failed" ? "silent" : "not-pinged" }];
  return [{ name: vpc, address, is: "answers", ...(averageMs === undefined ? {} : { averageMs }) }];
}

function hasAnswers(picture: PathPicture): boolean {
  return picture.destinations.some((one) => one.is === "answers");
}
