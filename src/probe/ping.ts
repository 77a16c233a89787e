import type { ProbeResult } from "../engine/probe-path.ts";
import { say } from "../text.ts";
import { flavourFrom, flavourOf, type PingFlavour, pingArguments } from "./ping-flavour.ts";
import { readReplies } from "./ping-replies.ts";
import type { Ran, RunProgram } from "./run-program.ts";

/** The first packets over a fresh path may be lost while routes settle: they are sent and not judged. */
const warmUp = 2;
const judged = 4;
const waitMs = 2_000;
const count = warmUp + judged;
const timeoutMs = count * (1_000 + waitMs) + 5_000;

/** The system's own `ping`, and how it is run. */
export interface Pinger {
  readonly platform: NodeJS.Platform;
  readonly run: RunProgram;
}

/** Pings with the system's own `ping`, which alone may send ICMP without being root. */
export async function ping(host: Pinger, address: string, source?: string): Promise<ProbeResult> {
  const flavour = flavourOf(host.platform) ?? (await findFlavour(host.run));
  if (flavour === undefined) return missing;
  const wish = { address, count, waitMs, ...(source === undefined ? {} : { source }) };
  return judge(flavour, await host.run("ping", pingArguments(flavour, wish), timeoutMs));
}

const versionMs = 5_000;

async function findFlavour(run: RunProgram): Promise<PingFlavour | undefined> {
  const ran = await run("ping", ["-V"], versionMs);
  return ran.is === "missing" ? undefined : flavourFrom("stdout" in ran ? ran.stdout + ran.stderr : "");
}

const missing: ProbeResult = {
  is: "no-tool",
  because: say`This machine has no ping program: install one (iputils-ping on Debian and Ubuntu), or probe a TCP port: --tcp PORT.`,
};

const forbidden: ProbeResult = {
  is: "no-tool",
  because: say`The ping program of this machine may not send ICMP: run as root, give it the right (setcap cap_net_raw+ep on its file), or probe a TCP port: --tcp PORT.`,
};

function judge(flavour: PingFlavour, ran: Ran): ProbeResult {
  if (ran.is === "missing") return missing;
  if (ran.is === "forbidden") return forbidden;
  const { sent, times } = readReplies(flavour, ran.stdout);
  if (sent === undefined && ran.is === "ended") return whyNothing(ran.stdout + ran.stderr);
  return tally(
    sent ?? count,
    [...times].filter(([number]) => number >= warmUp).map(([, ms]) => ms),
  );
}

function tally(packets: number, times: readonly number[]): ProbeResult {
  const sent = Math.min(judged, Math.max(packets - warmUp, times.length));
  if (times.length === 0) return { is: "silent", sent: Math.max(sent, 0), received: 0 };
  const average = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  return { is: "answered", sent, received: times.length, averageMs: Math.round(average * 10) / 10 };
}

/** No summary: it never got as far as sending. */
function whyNothing(output: string): ProbeResult {
  if (/not permitted|permission denied|are you root|cap_net_raw/i.test(output)) return forbidden;
  if (/unreachable|no route/i.test(output)) return { is: "silent", sent: 0, received: 0 };
  const [line = "it said nothing"] = output
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return {
    is: "no-tool",
    because: say`The ping program of this machine cannot be used (${line}): install another, or probe a TCP port: --tcp PORT.`,
  };
}
