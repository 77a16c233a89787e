import type { Question } from "../../engine/question.ts";
import { problemAt } from "../../network/form-at.ts";
import { say, type Text } from "../../text.ts";
import type { Context } from "../context.ts";
import type { Given } from "./fit-answer.ts";
import type { Job, Talk } from "./talk.ts";

const options = { label: say`Job` };

/** Flags of an office answer it; otherwise it is the first question. */
export async function askJob({ interview, flags, job }: Talk): Promise<Job> {
  if (job === undefined) return interview.ask(jobQuestion, { ...options, given: jobGiven(flags) });
  await interview.take(jobQuestion, options, job);
  return job;
}

/** Before there is a simulated cloud: it is to have what the job needs. Undefined where that is settled. */
export async function askJobFirst({ ui, flags, canAsk, startFor }: Context): Promise<Job | undefined> {
  if (startFor === undefined || !canAsk || flags.yes || jobGiven(flags) !== undefined) return undefined;
  ui.printHeader({ doing: "setup" });
  const job = await ui.ask(jobQuestion);
  const scenario = startFor(job);
  ui.tell({ type: "note", text: say`The simulated cloud starts from ${scenario}; from another one with --scenario` });
  return job;
}

function jobGiven({ job, inputs = {} }: Context["flags"]): Given | undefined {
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
