import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";

const CONNECT_MS = 10_000;

/** Agents of one protocol: reads share connections; a write has its own, which no server can just be closing. */
export interface Agents {
  readonly reads: HttpAgent;
  readonly writes: HttpAgent;
}

/** Connections that give up after ten seconds if nobody answers, and then say so as a failed connect. */
export function createAgents(baseUrl: string, connectMs = CONNECT_MS): Agents {
  const isSecure = baseUrl.startsWith("https:");
  const Agent = isSecure ? HttpsAgent : HttpAgent;
  const opened = isSecure ? "secureConnect" : "connect";
  const agent = (keepAlive: boolean) =>
    limitConnect(new Agent({ keepAlive, keepAliveMsecs: 3_000 }), opened, connectMs);
  return { reads: agent(true), writes: agent(false) };
}

type Connect = (options: object, done?: (error: Error | null, stream: Duplex) => void) => Duplex | null | undefined;

// httpx's own connect time-out also fires while an answer is awaited, so it cannot be the shorter of the two.
function limitConnect(agent: HttpAgent, opened: "connect" | "secureConnect", connectMs: number): HttpAgent {
  const own = agent as unknown as { createConnection: Connect };
  const connect = own.createConnection.bind(agent);
  own.createConnection = (options, done) => {
    const socket = connect(options, done);
    if (socket) limit(socket, opened, connectMs);
    return socket;
  };
  return agent;
}

function limit(socket: Duplex, opened: "connect" | "secureConnect", connectMs: number): void {
  const tooLate = Object.assign(new Error("nobody answered"), { code: "ETIMEDOUT", syscall: "connect" });
  const timer = setTimeout(() => socket.destroy(tooLate), connectMs);
  const stop = () => clearTimeout(timer);
  socket.once(opened, stop);
  socket.once("close", stop);
}
