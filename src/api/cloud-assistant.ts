import type { ApiCall, Product, Read, Reply } from "./call.ts";
import { makeCall } from "./make-call.ts";
import { flagAt, listAt, numberAt, present, textAt } from "./reply-fields.ts";
import type { InRegion } from "./vpc.ts";

/** An ECS instance by its id, `i-…`. */
export interface OfInstance extends InRegion {
  readonly instance: string;
}

/** What became of a command on one instance. */
export interface InvocationSeen {
  /** Pending, Scheduled, Running, Stopping; then Success, Failed, Error, Timeout, Aborted and others. "" before it is listed. */
  readonly status: string;
  /** Absent until the command has ended by itself. */
  readonly exitCode?: number;
  /** Decoded; 24 KB at most. */
  readonly output: string;
  /** Why it did not succeed: `ExitCodeNonzero`, `ClientNotRunning`, `InstanceNotRunning` and others; "" if it did. */
  readonly errorCode: string;
}

const ofProbes: readonly string[] = ["DescribeCloudAssistantStatus", "RunCommand", "DescribeInvocationResults"];

/** A command, and what is asked for its sake alone: counted apart from the reads and writes of a network. */
export function isOfProbe({ product, action }: { readonly product: Product; readonly action: string }): boolean {
  return product === "Ecs" && ofProbes.includes(action);
}

/** Whether the agent on the instance answers; undefined: there is no such instance in the region. */
export function readAssistantStatus(of: OfInstance): Read<boolean | undefined> {
  const path = ["InstanceCloudAssistantStatusSet", "InstanceCloudAssistantStatus"];
  const isIt = (one: Reply): boolean => textAt(one, "InstanceId") === of.instance;
  return {
    call: makeCall("Ecs", "DescribeCloudAssistantStatus", of, { RegionId: of.region, InstanceId: [of.instance] }),
    take: (pages) => {
      const found = pages.flatMap((page) => listAt(page, ...path)).find(isIt);
      // Text, not a boolean. Source: published SDK model, 2026-08.
      return found && (flagAt(found, "CloudAssistantStatus") ?? false);
    },
    none: undefined,
  };
}

/** How long a command may run; the service's own default. */
const TIMEOUT_S = 60;

/** A command for one instance, in plain text. */
export interface RunCommand extends OfInstance {
  readonly command: string;
  /** A shell of Linux unless said otherwise. */
  readonly type?: "RunShellScript" | "RunBatScript";
}

/** A probe: runs as root on somebody's machine, so it takes a consent of its own. The service keeps no copy of the command. */
export function runCommand(of: RunCommand): ApiCall {
  return makeCall("Ecs", "RunCommand", of, {
    RegionId: of.region,
    Type: of.type ?? "RunShellScript",
    ContentEncoding: "Base64",
    CommandContent: Buffer.from(of.command).toString("base64"),
    InstanceId: [of.instance],
    KeepCommand: false,
    Timeout: TIMEOUT_S,
  });
}

/** The id under which a command's result is read, out of the answer to `runCommand`. */
export function invocationOf(reply: Reply): string {
  return textAt(reply, "InvokeId");
}

/** The result of a command so far. */
export function readInvocation(of: OfInstance & { readonly invocation: string }): Read<InvocationSeen> {
  const params = { RegionId: of.region, InvokeId: of.invocation, InstanceId: of.instance, ContentEncoding: "Base64" };
  return {
    call: makeCall("Ecs", "DescribeInvocationResults", of, params),
    take: ([reply = {}]) => {
      const [result = {}] = listAt(reply, "Invocation", "InvocationResults", "InvocationResult");
      return invocationSeen(result);
    },
    none: invocationSeen({}),
  };
}

function invocationSeen(from: Reply): InvocationSeen {
  return {
    status: textAt(from, "InvocationStatus"),
    ...present({ exitCode: numberAt(from, "ExitCode") }),
    output: Buffer.from(textAt(from, "Output"), "base64").toString(),
    errorCode: textAt(from, "ErrorCode"),
  };
}
