import { PINGS } from "../api/ping-line.ts";
import type { InstancePath, ProbeResult } from "../engine/probe-path.ts";
import { say } from "../text.ts";
import { wordsOf } from "./assistant-errors.ts";
import { readReplies } from "./ping-replies.ts";

/** What a ping on an instance printed, all of its packets judged. */
export function readPing(path: InstancePath, output: string): ProbeResult {
  const { sent, times } = readReplies(path.from.os === "windows" ? "windows" : "iputils", output);
  if (sent === undefined && times.size === 0) return noPing(path, output);
  if (times.size === 0) return { is: "silent", sent: sent ?? PINGS, received: 0 };
  const average = [...times.values()].reduce((sum, ms) => sum + ms, 0) / times.size;
  const averageMs = Math.round(average * 10) / 10;
  return { is: "answered", sent: Math.max(sent ?? PINGS, times.size), received: times.size, averageMs };
}

/** No summary: it never got as far as sending. */
function noPing(path: InstancePath, output: string): ProbeResult {
  const line = output
    .split("\n")
    .map((one) => one.trim())
    .find((one) => one !== "");
  return {
    is: "no-tool",
    because: say`The ping program on ${wordsOf(path)} cannot be used (${line ?? "it said nothing"}).`,
    tryThis: [say`Install one there (iputils-ping on Debian and Ubuntu, iputils on others)`],
  };
}
