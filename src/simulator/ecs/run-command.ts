import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { ecsAction } from "./ecs-action.ts";
import type { Invocation, InvocationResult } from "./invocation.ts";
import { parsePing } from "./ping-command.ts";
import { here } from "./requests.ts";
import type { Instance } from "./things.ts";

const types = ["RunShellScript", "RunBatScript", "RunPowerShellScript"];

/** What is not Base64 is taken as plain text. Source: page. */
function readScript({ params }: SimRequest): string {
  const content = String(params.CommandContent);
  const isBase64 = params.ContentEncoding === "Base64" && /^[A-Za-z0-9+/]+={0,2}$/.test(content);
  return isBase64 ? Buffer.from(content, "base64").toString() : content;
}

function findInstances(world: World, request: SimRequest): Instance[] {
  const ids = (request.params.InstanceId ?? []) as string[];
  if (ids.length > 100) throw new Refusal(403, "InstanceIds.ExceedLimit", "At most 100 instances.");
  const known = here(world.all<Instance>("instance"), request);
  return ids.map((id) => {
    const instance = known.find((one) => one.id === id);
    if (instance === undefined) throw new Refusal(404, "InvalidInstance.NotFound", `${id} does not exist.`);
    return instance;
  });
}

/** A shell of the other operating system: that it ends at once, and as Invalid, is an assumption. */
function start({ id: instanceId, status, osType }: Instance, type: string): InvocationResult {
  const isForLinux = type === "RunShellScript";
  if (isForLinux !== (osType === "linux")) {
    return { instanceId, status: "Invalid", errorCode: "CommandNotApplicable" };
  }
  if (status !== "Running") return { instanceId, status: "Aborted", errorCode: "InstanceNotRunning" };
  return { instanceId, status: "Pending" };
}

export const runCommand = ecsAction({
  name: "RunCommand",
  kind: "write",
  parameters: {
    RegionId: { type: "string", required: true },
    Type: { type: "string", required: true },
    CommandContent: { type: "string", required: true },
    ContentEncoding: { type: "string", oneOf: ["PlainText", "Base64"] },
    InstanceId: { type: "list", required: true },
    Timeout: { type: "integer" },
    KeepCommand: { type: "boolean" },
    Name: { type: "string" },
    Description: { type: "string" },
    ClientToken: { type: "string" },
  },
  evidence:
    "SDK model: parameters. Page: codes; Pending, Running, then an end; a minute for the delivery. Assumption: a shell of the " +
    "other operating system ends at once as Invalid. Not modelled: any command but ping, answered by the simulated network.",
  handle(world, request) {
    if (!types.includes(String(request.params.Type))) throw new Refusal(403, "InvalidCmdType.NotFound", "Not a type.");
    const instances = findInstances(world, request);
    const script = readScript(request);
    if (parsePing(script) === undefined) throw new Refusal(400, "InvalidParameter", "Only ping is modelled.");
    const invocation: Invocation = {
      id: world.newId("t-", 16),
      uid: request.uid,
      region: String(request.params.RegionId),
      commandId: world.newId("c-", 16),
      script,
      startedAt: world.now,
      results: instances.map((one) => start(one, String(request.params.Type))),
    };
    world.put("invocation", invocation);
    const ms = world.duration("run-command");
    world.call.settlesMs = ms;
    world.schedule(Math.round(ms / 4), "invocation.delivered", { id: invocation.id });
    world.schedule(ms, "invocation.finished", { id: invocation.id });
    return { InvokeId: invocation.id, CommandId: invocation.commandId };
  },
});
