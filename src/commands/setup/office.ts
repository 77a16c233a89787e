import type { Question } from "../../engine/question.ts";
import { findArea } from "../../network/areas.ts";
import { gatewayNameProblem } from "../../network/checks/gateways.ts";
import { problemAt } from "../../network/form-at.ts";
import type { Network } from "../../network/network.ts";
import { area } from "../../steps/ccn/inputs.ts";
import { cidr } from "../../steps/static-routes/inputs.ts";
import { say, type Text } from "../../text.ts";
import { nameless } from "./job.ts";
import { askPlace, type Talk } from "./talk.ts";

/** Which office it is, and the network's own name. */
export async function askOffice(talk: Talk): Promise<string> {
  const { interview, sketch, flags } = talk;
  const before = sketch.network;
  const given = flags.name === undefined ? undefined : { value: flags.name, from: "--name" };
  const office = await interview.ask(nameQuestion(before), { label: say`Office`, given });
  if (before.name === nameless) sketch.put(["network"], networkName(office));
  sketch.put(["branches", office], {});
  return office;
}

function networkName(office: string): string {
  return office.endsWith("office") ? office : `${office}-office`;
}

function nameQuestion(before: Network): Question<string> {
  return {
    flag: "--name",
    message: say`What is the office called? (one word: beijing)`,
    kind: "text",
    check: (name) => wrongName(name, before),
  };
}

function wrongName(name: string, before: Network): Text | undefined {
  const network = before.name === nameless ? networkName(name) : before.name;
  const problem = problemAt(["network"], name) ?? problemAt(["network"], network) ?? gatewayNameProblem(name);
  if (problem) return problem;
  if (name === "ccn") return say`ccn is a reserved name`;
  if (before.branches.some((branch) => branch.name === name)) {
    return say`${name} is in the network file already: change it there, then sagctl apply; or give another name`;
  }
  return before.vpcs.some((vpc) => vpc.name === name) ? say`${name} is the name of a VPC in the file` : undefined;
}

/** Where it is: gateway and CCN belong to that area. */
export async function askArea(talk: Talk): Promise<void> {
  const { look, sketch, interview, flags } = talk;
  const { branches, ccn } = sketch.network;
  const question = await area.ask(look, sketch.network, "");
  const given = flags.area === undefined ? undefined : { value: findArea(flags.area) ?? flags.area, from: "--area" };
  const isFixed = branches.length > 1 || ccn.id !== undefined;
  const settled = isFixed ? { settled: { value: ccn.area, because: say`the area of the file's CCN` } } : {};
  const answer = await interview.ask({ ...question, ...settled }, { label: say`Area`, given });
  if (!isFixed) sketch.put(area.at(""), answer);
}

/** Its addresses, checked against everything that is on the CEN. */
export async function askCidrs(talk: Talk, office: string): Promise<void> {
  await askPlace(talk, cidr, office, { label: say`Addresses` });
}
