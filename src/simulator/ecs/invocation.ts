import type { Thing } from "../world.ts";

export interface InvocationResult {
  instanceId: string;
  status: "Pending" | "Running" | "Success" | "Failed" | "Aborted" | "Invalid";
  output?: string;
  exitCode?: number;
  errorCode?: "ExitCodeNonzero" | "InstanceNotRunning" | "ClientNotRunning" | "CommandNotApplicable";
}

/** Kind `invocation`: one RunCommand on its instances. */
export interface Invocation extends Thing {
  region: string;
  commandId: string;
  script: string;
  startedAt: number;
  finishedAt?: number;
  results: InvocationResult[];
}
