import { isIPv4 } from "node:net";
import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";

/** The kinds of `ping` there are; they share a name and hardly an option. */
export type PingFlavour = "iputils" | "busybox" | "bsd" | "windows";

/** A ping: how many packets, and how long each is waited for, in milliseconds. */
export interface PingWish {
  readonly address: string;
  readonly count: number;
  readonly waitMs: number;
  readonly source?: string;
}

/**
 * The arguments of a ping. -W counts seconds on Linux and milliseconds on macOS; -t is a time limit on macOS and a
 * TTL on Linux; -n is "numeric" on Unix and the count on Windows. Source: the manual pages of each.
 */
export function pingArguments(flavour: PingFlavour, wish: PingWish): string[] {
  const address = requireAddress(wish.address);
  const source = wish.source === undefined ? undefined : requireAddress(wish.source);
  const count = String(wish.count);
  const seconds = String(Math.max(1, Math.ceil(wish.waitMs / 1000)));
  const from = (flag: string) => (source === undefined ? [] : [flag, source]);
  switch (flavour) {
    case "iputils":
      return ["-n", "-c", count, "-W", seconds, ...from("-I"), address];
    case "busybox":
      return ["-c", count, "-W", seconds, ...from("-I"), address];
    case "bsd":
      return ["-n", "-c", count, "-W", String(wish.waitMs), ...from("-S"), address];
    case "windows":
      return ["-4", "-n", count, "-w", String(wish.waitMs), ...from("-S"), address];
  }
}

/** The flavour that a platform has; undefined on Linux, where only `ping -V` tells. */
export function flavourOf(platform: NodeJS.Platform): PingFlavour | undefined {
  if (platform === "win32") return "windows";
  return platform === "darwin" || platform.endsWith("bsd") ? "bsd" : undefined;
}

/** Reads what `ping -V` said: busybox knows no -V and answers with its usage, which names it. */
export function flavourFrom(version: string): PingFlavour {
  return /busybox/i.test(version) ? "busybox" : "iputils";
}

function requireAddress(text: string): string {
  if (isIPv4(text)) return text;
  throw new SagctlError({
    kind: "usage",
    code: "not-an-address",
    message: say`${text} is not an IPv4 address, so it is not pinged.`,
    tryThis: [say`Give private addresses such as 10.1.0.10 under verify: in the network file, and to --source.`],
  });
}
