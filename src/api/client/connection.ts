import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { openTunnel } from "./proxy.ts";

/** Agents of one protocol: reads share connections; a write has its own, which no server can just be closing. */
export interface Agents {
  readonly reads: HttpAgent;
  readonly writes: HttpAgent;
}

type Done = (error: Error | null, stream?: Duplex) => void;
type Connect = (options: ConnectionOptions, done?: Done) => Duplex | null | undefined;

/** Connections that give up after `connectMs` if nobody answers, and then say so as a failed connect. */
export function createAgents(baseUrl: string, connectMs: number, proxy?: URL): Agents {
  const isSecure = baseUrl.startsWith("https:");
  const Agent = isSecure ? HttpsAgent : HttpAgent;
  const agent = (keepAlive: boolean): HttpAgent => {
    const made = new Agent({ keepAlive, keepAliveMsecs: 3_000 });
    const own = made as unknown as { createConnection: Connect };
    const direct = own.createConnection.bind(made);
    const connect = proxy === undefined ? direct : throughProxy(proxy, connectMs);
    own.createConnection = limited(connect, isSecure ? "secureConnect" : "connect", connectMs);
    return made;
  };
  return { reads: agent(true), writes: agent(false) };
}

// httpx's own connect time-out also fires while an answer is awaited, so it cannot be the shorter of the two.
// An error of a socket that is not open yet is marked: only then is it sure that nothing was sent.
function limited(connect: Connect, opened: "connect" | "secureConnect", connectMs: number): Connect {
  const limit = (socket: Duplex): Duplex => {
    const mark = (error: Error) => void Object.assign(error, { unsent: true });
    const tooLate = Object.assign(new Error("nobody answered"), { code: "ETIMEDOUT" });
    const timer = setTimeout(() => socket.destroy(tooLate), connectMs);
    socket.prependListener("error", mark);
    socket.once(opened, () => void socket.removeListener("error", mark));
    return socket.once(opened, () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
  };
  return (options, done) => {
    const socket = connect(options, (error, stream) => done?.(error, stream && limit(stream)));
    return socket && limit(socket);
  };
}

function throughProxy(proxy: URL, connectMs: number): Connect {
  return (options, done) => {
    const host = String(options.host);
    openTunnel(proxy, `${host}:${options.port}`, connectMs).then(
      (socket) => done?.(null, connectTls({ ...options, socket, servername: options.servername || host })),
      (error) => done?.(error),
    );
    return undefined;
  };
}
