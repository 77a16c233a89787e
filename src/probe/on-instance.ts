import type { Cloud } from "../api/call.ts";
import {
  type InvocationSeen,
  invocationOf,
  readAssistantStatus,
  readInvocation,
  runCommand,
} from "../api/cloud-assistant.ts";
import { pingLine } from "../api/ping-line.ts";
import { readAll, readError } from "../api/read.ts";
import type { Clock } from "../clock.ts";
import type { InstancePath, ProbeResult } from "../engine/probe-path.ts";
import { agentIsOff, commandFailed, noResult } from "./assistant-errors.ts";
import { interrupted } from "./interrupted.ts";
import { readPing } from "./read-ping.ts";

export interface AssistantHost {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly stop?: AbortSignal;
}

/** A command waits a minute for its agent and runs for one at the most. Source: API pages of RunCommand and its results. */
const PATIENCE_MS = 150_000;
/** Four pings, a second apart, each answered or given up within two; the agent takes its time too. */
const USUAL_MS = 15_000;
const TRIES = 3;

/** Pings from an ECS instance, by a command that Cloud Assistant runs there; the agent is asked for first, since a command waits for it. */
export async function pingFromInstance(host: AssistantHost, path: InstancePath): Promise<ProbeResult> {
  const { account, region, instance } = path.from;
  const of = { account, region, instance };
  if (!(await readAll(host.cloud, readAssistantStatus(of)))) return agentIsOff(path);
  const invocation = await start(host, path);
  const seen = await outcomeOf(host, { ...of, invocation });
  if (host.stop?.aborted) throw interrupted();
  if (!ended.has(seen.status)) return noResult(path);
  if (seen.errorCode !== "" && seen.errorCode !== "ExitCodeNonzero") return commandFailed(path, seen.errorCode);
  return readPing(path, seen.output);
}

/** Nobody is harmed by four more pings: what had no answer is sent again. */
async function start({ cloud, clock, stop }: AssistantHost, { from, to }: InstancePath): Promise<string> {
  const { account, region, instance } = from;
  const call = runCommand({ account, region, instance, ...pingLine(from.os, to.address) });
  for (let sent = 1; ; sent += 1) {
    const outcome = await cloud.send(call);
    if (outcome.is === "answered") return invocationOf(outcome.reply);
    if (outcome.is === "already" || outcome.is === "refused" || sent === TRIES) throw readError(call, outcome);
    await clock.sleep(outcome.is === "busy" ? (outcome.afterMs ?? 2_000) : 2_000, stop);
  }
}

const ended = new Set(["Success", "Failed", "Error", "Timeout", "Cancelled", "Terminated", "Aborted", "Invalid"]);

async function outcomeOf(
  { cloud, clock, stop }: AssistantHost,
  of: Parameters<typeof readInvocation>[0],
): Promise<InvocationSeen> {
  const since = clock.now();
  for (let waitedMs = 0; ; waitedMs = clock.now() - since) {
    await clock.sleep(waitedMs < USUAL_MS ? 1_000 : 5_000, stop);
    const seen = await readAll(cloud, readInvocation(of));
    const isOver = ended.has(seen.status) || clock.now() - since >= PATIENCE_MS || stop?.aborted;
    if (isOver) return seen;
  }
}
