import { createSocket } from "node:dgram";
import { BlockList, isIPv4 } from "node:net";
import type { NetworkInterfaceInfo } from "node:os";
import type { BranchPath } from "../engine/probe-path.ts";

/** What this machine says of its addresses. */
export interface Machine {
  /** `os.networkInterfaces`. */
  interfaces(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** The address that the system would send from. */
  sourceFor(address: string): Promise<string | undefined>;
}

/**
 * The address of this machine that a probe starts from; undefined when the machine is not in the branch. A Docker
 * bridge often lies inside a branch's block by accident, so the system must also mean to send from there.
 */
export async function findSource(path: BranchPath, machine: Machine): Promise<string | undefined> {
  const own = Object.values(machine.interfaces()).flatMap((addresses) => addresses ?? []);
  const { source } = path.from;
  if (source !== undefined) return own.some(({ address }) => address === source) ? source : undefined;
  const inBranch = own.filter((one) => !one.internal && isWithin(one.address, path.from.cidrs));
  const chosen = inBranch.length > 0 ? await machine.sourceFor(path.to.address) : undefined;
  return inBranch.find(({ address }) => chosen === undefined || address === chosen)?.address;
}

/** What a person runs on a client of the branch instead; it works on Linux, macOS and Windows alike. */
export function lineToRun(path: BranchPath): string {
  const { address } = path.to;
  return path.protocol === "tcp" ? `nc -vz -w 5 ${address} ${path.port}` : `ping ${address}`;
}

/** Asks the system's route table, by a UDP socket that sends nothing. */
export function chosenSource(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4");
    const end = (source?: string) => {
      socket.close();
      resolve(source);
    };
    socket.on("error", () => end());
    socket.connect(9, address, () => end(socket.address().address));
  });
}

function isWithin(address: string, cidrs: readonly string[]): boolean {
  if (!isIPv4(address)) return false;
  const blocks = new BlockList();
  for (const cidr of cidrs) {
    const [network = "", length] = cidr.split("/");
    blocks.addSubnet(network, Number(length));
  }
  return blocks.check(address);
}
