import type { NetworkInterfaceInfo } from "node:os";
import type { Clock } from "../clock.ts";
import type { BranchPath, ProbeResult } from "../engine/probe-path.ts";
import { chosenSource, findSource, lineToRun } from "./from-here.ts";
import { interrupted } from "./interrupted.ts";
import { ping } from "./ping.ts";
import type { RunProgram } from "./run-program.ts";
import { probeTcp } from "./tcp.ts";

/** All that probes from this machine need of it. */
export interface ProbeHost {
  readonly platform: NodeJS.Platform;
  readonly run: RunProgram;
  readonly clock: Clock;
  /** `os.networkInterfaces`. */
  interfaces(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** Absent: the system's route table is asked. */
  sourceFor?(address: string): Promise<string | undefined>;
  readonly stop?: AbortSignal;
}

/** A ping, or a TCP connection, from this machine, if it is in the branch; else the line to run there. */
export function createProbe(host: ProbeHost): (path: BranchPath) => Promise<ProbeResult> {
  const machine = { interfaces: () => host.interfaces(), sourceFor: host.sourceFor ?? chosenSource };
  return async (path) => {
    const source = await findSource(path, machine);
    if (source === undefined) return { is: "not-from-here", line: lineToRun(path) };
    const result = await probeFrom(host, path, source);
    if (host.stop?.aborted) throw interrupted();
    return result;
  };
}

function probeFrom(host: ProbeHost, path: BranchPath, source: string): Promise<ProbeResult> {
  const { address } = path.to;
  if (path.protocol === "icmp") return ping(host, address, source);
  if (path.port === undefined) throw new Error("bug: a TCP probe without a port");
  return probeTcp(host.clock, { address, port: path.port, source }, host.stop);
}
