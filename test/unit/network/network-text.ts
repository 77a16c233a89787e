import { SagctlError } from "../../../src/errors.ts";
import { loadNetworkFile } from "../../../src/network/load.ts";
import type { Goal, Network } from "../../../src/network/network.ts";

/** A run without any of the flags that alter the goal. */
export const plainGoal: Goal = {
  replaceRoutes: false,
  eager: false,
  createNew: false,
  buyAgain: [],
  received: false,
  allowLower: false,
  allowOverlap: false,
  includeFound: false,
  createVSwitch: false,
  oneZone: false,
};

export function networkOf(text: string): Network {
  return loadNetworkFile(text, "sagctl.yaml", undefined, plainGoal);
}

export function errorOf(text: string): SagctlError {
  try {
    networkOf(text);
  } catch (error) {
    if (error instanceof SagctlError) return error;
    throw error;
  }
  throw new Error("the file was accepted");
}

/** The problems that are said about a text, one line each. */
export const linesOf = (text: string) => errorOf(text).message.split("\n");

/** A file of six lines that is right but for what is put into it; `rest` starts on line 7. */
export function fileWith(change: { branches?: string; vpcs?: string; rest?: string }): string {
  const vpcs = "  hangzhou: { id: vpc-1, region: cn-hangzhou }\n  us: { id: vpc-2, region: us-west-1 }";
  return [
    "network: beijing-office",
    "branches:",
    change.branches ?? branchWith("172.16.0.0/12"),
    "vpcs:",
    change.vpcs ?? vpcs,
    change.rest ?? "",
  ].join("\n");
}

export function branchWith(cidrs: string, gateway = "{ id: sag-1 }"): string {
  return `  beijing: { cidrs: [${cidrs}], gateway: ${gateway} }`;
}

export const shipTo =
  '{ name: n, mobile: "138000", email: e@x.cn, country: CN, state: s, city: c, district: d, town: t, address: a, zip: "100000" }';

/** A branch whose gateway is to be bought, complete but for model and bandwidth. */
export function branchBuying(fields: string): string {
  return branchWith("172.16.0.0/12", `{ deployment: stand-alone, months: 12, shipTo: ${shipTo}, ${fields} }`);
}

/** hangzhou ⇄ us and ccn ⇄ us with these bandwidths. */
export function twoConnections(a: number, b: number): string {
  return `connections: [{ between: [hangzhou, us], bandwidthMbps: ${a} }, { between: [ccn, us], bandwidthMbps: ${b} }]`;
}
