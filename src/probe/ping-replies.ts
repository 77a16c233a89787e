import type { PingFlavour } from "./ping-flavour.ts";

/** What a ping printed, read without regard to language or summary. */
export interface PingReplies {
  /** Packets sent, as its summary says; absent when it printed none. */
  readonly sent?: number;
  /** Milliseconds, by the packet's number from 0. */
  readonly times: ReadonlyMap<number, number>;
}

export function readReplies(flavour: PingFlavour, output: string): PingReplies {
  return flavour === "windows" ? readWindows(output) : readUnix(flavour, output);
}

const unixReply = /\bseq=(\d+)\b.*\btime[=<]([\d.]+) ?ms/;

function readUnix(flavour: PingFlavour, output: string): PingReplies {
  const found = output.split("\n").flatMap((line) => {
    const [, number, time] = unixReply.exec(line.replace("icmp_seq", "seq")) ?? [];
    return number === undefined ? [] : [{ number: Number(number), ms: Number(time) }];
  });
  // iputils counts from 1, the others from 0; a 0 anywhere settles it for a stranger.
  const first = flavour === "iputils" && !found.some(({ number }) => number === 0) ? 1 : 0;
  const times = new Map<number, number>();
  for (const { number, ms } of found) if (!times.has(number - first)) times.set(number - first, ms);
  const [, sent] = /(\d+) packets transmitted/.exec(output) ?? [];
  return sent === undefined ? { times } : { sent: Number(sent), times };
}

/**
 * Windows prints one line a packet, in the language of the system and without numbers, then an empty line and a
 * summary. "Destination host unreachable" counts as received in that summary, so only TTL= makes a reply.
 */
function readWindows(output: string): PingReplies {
  const [packets = [], summary = []] = paragraphs(output);
  const times = new Map<number, number>();
  packets.slice(1).forEach((line, index) => {
    const [, time] = /[=<](\d+) ?ms TTL=/.exec(line) ?? [];
    if (time !== undefined) times.set(index, Number(time));
  });
  const [, sent] = /= (\d+)/.exec(summary.join("\n")) ?? [];
  return sent === undefined ? { times } : { sent: Number(sent), times };
}

function paragraphs(output: string): string[][] {
  const blocks = output.replaceAll("\r", "").split(/\n\s*\n/);
  return blocks
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
    .filter((block) => block.length > 0);
}
