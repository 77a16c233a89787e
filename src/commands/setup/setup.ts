import { SagctlError } from "../../errors.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { loadNetworkFile, networkFromFlags } from "../../network/load.ts";
import type { Network } from "../../network/network.ts";
import { parseYaml } from "../../network/yaml/yaml-text.ts";
import { say } from "../../text.ts";
import type { Context } from "../context.ts";
import { goalOf } from "../flags.ts";
import { type Arrival, arrive } from "../session.ts";
import { finish } from "./finish.ts";
import { Interview } from "./interview.ts";
import { askJobFirst } from "./job.ts";
import type { SetupFiles } from "./setup-files.ts";
import { createSetupLook } from "./setup-look.ts";
import { Sketch } from "./sketch.ts";
import type { Job, Talk } from "./talk.ts";
import { markerField, talkThrough } from "./talk-through.ts";

/** The wizard: looks, asks, shows the plan, writes the network file and carries it out. */
export async function setup(context: Context): Promise<ExitCode> {
  try {
    return await arriveAndConverse(context);
  } catch (error) {
    throw isInterrupted(error) ? answersKept(context) : error;
  }
}

async function arriveAndConverse(context: Context): Promise<ExitCode> {
  const files = await context.setupFiles();
  const text = await files.readText();
  const goal = goalOf(context.flags);
  const before =
    text === undefined ? networkFromFlags([], "network", goal) : loadNetworkFile(text, files.path, [], goal);
  const job = text === undefined ? await askJobFirst(context) : undefined;
  const cloud = await context.openCloud(before);
  try {
    const isNew = text === undefined;
    const arrival = await arrive(context, { doing: "setup", isNew, isBegun: job !== undefined }, before, cloud);
    return await converse(context, { files, text, before, arrival, job });
  } finally {
    await cloud.close();
  }
}

interface Start {
  readonly files: SetupFiles;
  readonly text: string | undefined;
  readonly before: Network;
  readonly arrival: Arrival;
  readonly job: Job | undefined;
}

/** Until a person agrees with the plan; an answer that is taken back leads through the rest again. */
async function converse(context: Context, start: Start): Promise<ExitCode> {
  const { files, text, before, arrival } = start;
  const { ui, flags } = context;
  const store = files.answersOn(arrival.cloud.name, text === undefined ? undefined : before.name);
  const answers = await store.load();
  const interview = new Interview({ ui, flags, store, answers });
  const isLeft = Object.keys(answers).some((key) => key !== markerField);
  greet(context, start, isLeft);
  const look = createSetupLook(arrival);
  let { job } = start;
  for (;;) {
    const sketch = new Sketch(text === undefined ? undefined : parseYaml(text, files.path).document, goalOf(flags));
    const tryDiary = async () => {
      const network = { ...sketch.network, file: files.path };
      await (await context.openDiary(network, arrival.cloud, true)).close();
    };
    const { keysHere, profileOf } = arrival.cloud;
    const talk: Talk = {
      interview,
      look,
      sketch,
      flags,
      job,
      addresses: files.addresses,
      tryDiary,
      keysHere,
      profileOf,
    };
    interview.startOver();
    await talkThrough(talk, arrival);
    job = undefined;
    const code = await finish(context, { talk, store, files, text, arrival });
    if (code !== "again") return code;
  }
}

function greet({ ui }: Context, { text, files, before }: Start, isLeft: boolean): void {
  const adds = say`${files.path} is there: this adds to the network ${before.name}.`;
  if (text !== undefined) ui.tell({ type: "note", text: adds });
  const goesOn = say`This goes on where you left it: your answers of before are kept.`;
  if (isLeft) ui.tell({ type: "note", text: goesOn });
}

function isInterrupted(error: unknown): boolean {
  return error instanceof SagctlError && error.code === "interrupted";
}

function answersKept(context: Context): SagctlError {
  return new SagctlError({
    kind: "interrupted",
    code: "interrupted",
    message: say`Interrupted. Your answers are kept, and nothing has been sent.`,
    tryThis: [say`${context.again}`],
  });
}
