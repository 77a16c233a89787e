import type { AccountName } from "../keys.ts";
import type { Text } from "../text.ts";

/** A client of a branch: this machine, if it is one. */
export interface FromBranch {
  readonly branch: string;
  readonly cidrs: readonly string[];
  readonly source?: string;
}

/** An ECS instance, on which Cloud Assistant runs the ping. */
export interface FromInstance {
  readonly vpc: string;
  readonly account: AccountName;
  readonly region: string;
  readonly instance: string;
  readonly name: string;
  readonly os: "linux" | "windows";
}

/** Where a ping goes from and to. */
export type ProbePath = BranchPath | InstancePath;

/** From a client of a branch: ICMP, or TCP to one port. */
export interface BranchPath {
  readonly from: FromBranch;
  readonly to: { readonly name: string; readonly address: string };
  readonly protocol: "icmp" | "tcp";
  readonly port?: number;
}

/** From an instance: ICMP, by Cloud Assistant. */
export interface InstancePath {
  readonly from: FromInstance;
  readonly to: { readonly name: string; readonly address: string };
  readonly protocol: "icmp";
}

/** Whether it runs a command on somebody's instance, and so needs a consent. */
export function isOnInstance(path: ProbePath): path is InstancePath {
  return "instance" in path.from;
}

/** What a probe found; not-from-here: `line` is to be run in the branch; no-tool: it could not be tried. */
export type ProbeResult =
  | {
      readonly is: "answered";
      readonly sent: number;
      readonly received: number;
      readonly averageMs: number;
      /** TCP: how many of them were refusals; the path carries, only nothing listens on the port. */
      readonly refused?: number;
    }
  | { readonly is: "silent"; readonly sent: number; readonly received: 0 }
  | { readonly is: "not-from-here"; readonly line: string }
  | { readonly is: "no-tool"; readonly because: Text; readonly tryThis?: readonly Text[] };
