import type { EventHandler, World } from "../world.ts";
import type { Invocation, InvocationResult } from "./invocation.ts";
import { parsePing, runPing } from "./ping-command.ts";
import type { Instance } from "./things.ts";

/** How long a command waits for an agent that does not fetch it. Source: API page, status Aborted. */
const DELIVERY_MS = 60_000;

/** An event that changes the results that are in a status. */
function onResults(
  from: InvocationResult["status"],
  react: (world: World, result: InvocationResult, invocation: Invocation) => InvocationResult,
): EventHandler {
  return (world, data) => {
    const invocation = world.find<Invocation>("invocation", String(data.id));
    if (invocation === undefined || !invocation.results.some((one) => one.status === from)) return;
    const results = invocation.results.map((one) => (one.status === from ? react(world, one, invocation) : one));
    const isUnderWay = results.some((one) => one.status === "Pending" || one.status === "Running");
    world.put("invocation", { ...invocation, results, ...(isUnderWay ? {} : { finishedAt: world.now }) });
  };
}

/** Only an agent that runs fetches the command. */
const fetch = onResults("Pending", (world, result) => {
  const instance = world.find<Instance>("instance", result.instanceId);
  return instance?.status === "Running" && instance.cloudAssistant ? { ...result, status: "Running" } : result;
});

const deliver: EventHandler = (world, data) => {
  fetch(world, data);
  const invocation = world.find<Invocation>("invocation", String(data.id));
  if (!invocation?.results.some((one) => one.status === "Pending")) return;
  world.schedule(invocation.startedAt + DELIVERY_MS - world.now, "invocation.undelivered", data);
};

const giveUp = onResults("Pending", (_world, result) => ({
  ...result,
  status: "Aborted",
  errorCode: "ClientNotRunning",
}));

const finish = onResults("Running", (world, result, { script }) => {
  const command = parsePing(script);
  const instance = world.find<Instance>("instance", result.instanceId);
  if (command === undefined || instance === undefined) return result;
  const { output, exitCode } = runPing(world, instance, command);
  const ended = { ...result, output, exitCode };
  return exitCode === 0
    ? { ...ended, status: "Success" }
    : { ...ended, status: "Failed", errorCode: "ExitCodeNonzero" };
});

/** A command is delivered, runs, and ends; or nobody fetches it. */
export const commandEvents = {
  "invocation.delivered": deliver,
  "invocation.finished": finish,
  "invocation.undelivered": giveUp,
};
