import { connect, type Socket } from "node:net";
import type { Clock } from "../clock.ts";
import type { ProbeResult } from "../engine/probe-path.ts";

/** As with ping, the first attempt over a fresh path is not judged. */
const warmUp = 1;
const judged = 3;
const waitMs = 3_000;

/** Where connections are opened to, and from which address. */
export interface TcpTarget {
  readonly address: string;
  readonly port: number;
  readonly source?: string;
}

/**
 * Opens and closes connections. A refusal is an answer too: the packet went there and back, only nothing listens;
 * `refused` says how many.
 */
export async function probeTcp(clock: Clock, target: TcpTarget, stop?: AbortSignal): Promise<ProbeResult> {
  const attempts: Attempt[] = [];
  for (let attempt = 0; attempt < warmUp + judged; attempt += 1) attempts.push(await attemptOnce(clock, target, stop));
  const answered = attempts.slice(warmUp).filter((attempt) => attempt.is !== "silent");
  if (answered.length === 0) return { is: "silent", sent: judged, received: 0 };
  const averageMs = Math.round(answered.reduce((sum, { ms }) => sum + ms, 0) / answered.length);
  const refused = answered.filter((attempt) => attempt.is === "refused").length;
  const tally = { sent: judged, received: answered.length, averageMs };
  return { is: "answered", ...tally, ...(refused > 0 ? { refused } : {}) };
}

interface Attempt {
  readonly is: "open" | "refused" | "silent";
  readonly ms: number;
}

async function attemptOnce(clock: Clock, target: TcpTarget, stop?: AbortSignal): Promise<Attempt> {
  const ended = new AbortController();
  const start = clock.now();
  const socket = connect({
    host: target.address,
    port: target.port,
    ...(target.source === undefined ? {} : { localAddress: target.source }),
  });
  const signal = stop ? AbortSignal.any([ended.signal, stop]) : ended.signal;
  void clock.sleep(waitMs, signal).then(() => socket.destroy());
  const is = await clock.during(outcomeOf(socket));
  const ms = clock.now() - start;
  ended.abort();
  socket.destroy();
  return { is, ms };
}

function outcomeOf(socket: Socket): Promise<Attempt["is"]> {
  return new Promise((resolve) => {
    socket.on("connect", () => resolve("open"));
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code === "ECONNREFUSED" ? "refused" : "silent"));
    socket.on("close", () => resolve("silent"));
  });
}
