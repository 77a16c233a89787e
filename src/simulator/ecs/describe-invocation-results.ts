import type { SimRequest } from "../action.ts";
import { ecsAction } from "./ecs-action.ts";
import type { Invocation, InvocationResult } from "./invocation.ts";
import { here, pageEitherWay, pagingParameters } from "./requests.ts";
import { secondTime } from "./times.ts";

interface Line {
  invocation: Invocation;
  result: InvocationResult;
}

function recordStatus(status: InvocationResult["status"]): string {
  if (status === "Pending" || status === "Running") return "Running";
  return status === "Success" ? "Finished" : "Failed";
}

const errorInfo: Readonly<Record<NonNullable<InvocationResult["errorCode"]>, string>> = {
  ExitCodeNonzero: "The exit code of the command is not 0.",
  InstanceNotRunning: "The instance is not running.",
  ClientNotRunning: "The Cloud Assistant Agent is not running.",
  CommandNotApplicable: "The command is not applicable to the instance.",
};

/** Base64 unless plain text is asked for. Source: page. */
function encode(output: string, { params }: SimRequest): string {
  return params.ContentEncoding === "PlainText" ? output : Buffer.from(output).toString("base64");
}

function shown({ invocation, result }: Line, request: SimRequest): Record<string, unknown> {
  return {
    InvokeId: invocation.id,
    CommandId: invocation.commandId,
    InstanceId: result.instanceId,
    InvocationStatus: result.status,
    InvokeRecordStatus: recordStatus(result.status),
    ...(result.exitCode !== undefined && { ExitCode: result.exitCode }),
    Output: encode(result.output ?? "", request),
    Dropped: 0,
    ErrorCode: result.errorCode ?? "",
    ErrorInfo: result.errorCode === undefined ? "" : errorInfo[result.errorCode],
    StartTime: secondTime(invocation.startedAt),
    FinishedTime: invocation.finishedAt === undefined ? "" : secondTime(invocation.finishedAt),
    Repeats: 1,
  };
}

export const describeInvocationResults = ecsAction({
  name: "DescribeInvocationResults",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    InvokeId: { type: "string" },
    InstanceId: { type: "string" },
    CommandId: { type: "string" },
    ContentEncoding: { type: "string", oneOf: ["PlainText", "Base64"] },
    ...pagingParameters,
  },
  evidence: "SDK model: parameters, fields, Base64 by default. Page: states, error codes; at most 50 a page.",
  handle(world, request) {
    const { InvokeId, InstanceId, CommandId } = request.params;
    const known = here(world.listed<Invocation>("invocation"), request);
    const asked = known.filter(
      (one) => one.id === (InvokeId ?? one.id) && one.commandId === (CommandId ?? one.commandId),
    );
    const lines = asked.flatMap((invocation) => invocation.results.map((result) => ({ invocation, result })));
    const page = pageEitherWay(
      lines.filter(({ result }) => result.instanceId === (InstanceId ?? result.instanceId)),
      request,
      50,
    );
    world.call.transitional = page.items.some(({ result }) => ["Pending", "Running"].includes(result.status));
    const list = page.items.map((line) => shown(line, request));
    return { Invocation: { ...page.echo, InvocationResults: { InvocationResult: list } } };
  },
});
