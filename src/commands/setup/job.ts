import type { Question } from "../../engine/question.ts";
import { problemAt } from "../../network/form-at.ts";
import { say, type Text } from "../../text.ts";
import type { Given } from "./fit-answer.ts";
import type { Talk } from "./talk.ts";

/** What a person came for: an office and a gateway, VPCs of several accounts, or both in one network. */
export type Job = "office" | "vpcs" | "both";

/** Flags of an office answer it; otherwise it is the first question. */
export function askJob({ interview, flags }: Talk): Promise<Job> {
  return interview.ask(jobQuestion, { label: say`Job`, given: jobGiven(flags) });
}

function jobGiven({ job, inputs = {} }: Talk["flags"]): Given | undefined {
  if (job !== undefined) return { value: job, from: "--job" };
  const ofOffice = ["area", "cidr", "model", "serial", "gateway-id"].find((name) => inputs[name] !== undefined);
  return ofOffice === undefined ? undefined : { value: "office", from: `--${ofOffice}` };
}

const jobQuestion: Question<Job> = {
  flag: "--job",
  message: say`What is to be connected?`,
  kind: "choose-one",
  choices: [
    { value: "office", columns: ["An office with VPCs", "a gateway is bought, or one that is there is used"] },
    { value: "vpcs", columns: ["VPCs of two accounts", "through transit routers"] },
    { value: "both", columns: ["Both in one network"] },
  ],
  initial: "office",
};

/** What a document without a name is called. */
export const nameless = "network";

/** A network without an office has no office's name. */
export async function askNetworkName({ interview, sketch, flags }: Talk): Promise<void> {
  if (sketch.network.name !== nameless) return;
  const given = flags.name === undefined ? undefined : { value: flags.name, from: "--name" };
  sketch.put(["network"], await interview.ask(networkQuestion, { label: say`Network`, given }));
}

const networkQuestion: Question<string> = {
  flag: "--name",
  message: say`What is the network called? (one word: three-vpcs)`,
  kind: "text",
  check: (name): Text | undefined => problemAt(["network"], name),
};
