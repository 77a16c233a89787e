import { parseAddress } from "../cidr.ts";
import { probe } from "../data-plane/probe.ts";
import type { World } from "../world.ts";

export interface PingCommand {
  address: string;
  count: number;
  /** `; true` or `|| true` behind it: the command succeeds whatever the ping says. */
  alwaysSucceeds: boolean;
}

const pattern = /^(?:LC_ALL=C\s+)?ping((?:\s+-[cnWwi]\s+[\d.]+|\s+-[nq4])*)\s+(\S+?)(\s*(?:;|\|\|)\s*true)?$/;

/** `ping -c 4 -W 2 10.0.0.10`, on Windows `ping -n 4 …`; undefined for any other command. */
export function parsePing(script: string): PingCommand | undefined {
  const match = pattern.exec(script.trim());
  const [, options = "", address = "", tail] = match ?? [];
  if (match === null || parseAddress(address) === undefined) return undefined;
  const count = Number(/-[cn]\s+(\d+)/.exec(options)?.[1] ?? 4);
  return { address, count, alwaysSucceeds: tail !== undefined };
}

export interface CommandResult {
  output: string;
  exitCode: number;
}

function replies(command: PingCommand, rttMs: number): string[] {
  const line = (at: number) => `64 bytes from ${command.address}: icmp_seq=${at} ttl=60 time=${rttMs} ms`;
  return Array.from({ length: command.count }, (_, index) => line(index + 1));
}

/** The words of iputils, as the simulated network lets the echo through or not. */
export function runPing(world: World, instanceId: string, command: PingCommand): CommandResult {
  const { address, count, alwaysSucceeds } = command;
  const { arrives, rttMs } = probe(world, { from: { instanceId }, to: address, protocol: "icmp" });
  const received = arrives ? count : 0;
  const lines = [
    `PING ${address} (${address}) 56(84) bytes of data.`,
    ...(arrives ? replies(command, rttMs) : []),
    "",
    `--- ${address} ping statistics ---`,
    `${count} packets transmitted, ${received} received, ${arrives ? 0 : 100}% packet loss`,
    ...(arrives ? [`rtt min/avg/max/mdev = ${rttMs}/${rttMs}/${rttMs}/0 ms`] : []),
  ];
  return { output: `${lines.join("\n")}\n`, exitCode: arrives || alwaysSucceeds ? 0 : 1 };
}
