import { isIPv4 } from "node:net";
import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";

/** A command for Cloud Assistant: in which shell. */
export interface PingLine {
  readonly type: "RunShellScript" | "RunBatScript";
  readonly command: string;
}

/** How many packets it sends. */
export const PINGS = 4;

/** All that sagctl ever runs on an instance: four pings of one address, each answered within two seconds. */
export function pingLine(os: string, address: string): PingLine {
  if (!isIPv4(address)) throw notAnAddress(address);
  if (os === "windows") return { type: "RunBatScript", command: `ping -n ${PINGS} -w 2000 ${address}` };
  return { type: "RunShellScript", command: `ping -c ${PINGS} -W 2 ${address}` };
}

function notAnAddress(text: string): SagctlError {
  return new SagctlError({
    kind: "usage",
    code: "not-an-address",
    message: say`${text} is not an IPv4 address, so it is not pinged.`,
    tryThis: [say`Give private addresses such as 10.1.0.10 under verify: in the network file.`],
  });
}
