import { parseAddress } from "../cidr.ts";
import { probe } from "../data-plane/probe.ts";
import type { World } from "../world.ts";
import type { Instance } from "./things.ts";

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

/** The words of the instance's own ping, as the simulated network lets the echo through or not. */
export function runPing(world: World, { id: instanceId, osType }: Instance, command: PingCommand): CommandResult {
  const { address, alwaysSucceeds } = command;
  const { arrives, rttMs } = probe(world, { from: { instanceId }, to: address, protocol: "icmp" });
  const lines = (osType === "windows" ? windowsWords : iputilsWords)(command, arrives ? rttMs : undefined);
  const end = osType === "windows" ? "\r\n" : "\n";
  return { output: `${lines.join(end)}${end}`, exitCode: arrives || alwaysSucceeds ? 0 : 1 };
}

function iputilsWords({ address, count }: PingCommand, rttMs: number | undefined): string[] {
  const reply = (at: number) => `64 bytes from ${address}: icmp_seq=${at + 1} ttl=60 time=${rttMs} ms`;
  const arrives = rttMs !== undefined;
  return [
    `PING ${address} (${address}) 56(84) bytes of data.`,
    ...(arrives ? Array.from({ length: count }, (_, at) => reply(at)) : []),
    "",
    `--- ${address} ping statistics ---`,
    `${count} packets transmitted, ${arrives ? count : 0} received, ${arrives ? 0 : 100}% packet loss`,
    ...(arrives ? [`rtt min/avg/max/mdev = ${rttMs}/${rttMs}/${rttMs}/0 ms`] : []),
  ];
}

/** Source: ping of Windows Server in English, from memory. */
function windowsWords({ address, count }: PingCommand, rttMs: number | undefined): string[] {
  const arrives = rttMs !== undefined;
  const line = arrives ? `Reply from ${address}: bytes=32 time=${rttMs}ms TTL=60` : "Request timed out.";
  const received = arrives ? count : 0;
  const lost = `Lost = ${count - received} (${arrives ? 0 : 100}% loss),`;
  return [
    "",
    `Pinging ${address} with 32 bytes of data:`,
    ...Array.from({ length: count }, () => line),
    "",
    `Ping statistics for ${address}:`,
    `    Packets: Sent = ${count}, Received = ${received}, ${lost}`,
    ...(arrives ? ["Approximate round trip times in milli-seconds:"] : []),
    ...(arrives ? [`    Minimum = ${rttMs}ms, Maximum = ${rttMs}ms, Average = ${rttMs}ms`] : []),
  ];
}
