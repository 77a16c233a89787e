import { createRequire } from "node:module";
import { Dropped } from "../../src/simulator/faults/strike.ts";
import type { SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { Answer } from "../../src/simulator/wire/answer.ts";
import { answerIncoming } from "../../src/simulator/wire/answer-rpc.ts";
import { decodeIncoming } from "../../src/simulator/wire/incoming.ts";

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What pop-core asks of an answer, and of httpx; nothing else of httpx is in its way. */
interface Came {
  readonly req: { getHeaders(): object };
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Ours: the whole body, or what broke off in the middle of it. */
  readonly body?: Buffer | Error;
}

interface Httpx {
  request(url: string, options: Sent): Promise<Came>;
  read(came: Came): Promise<Buffer>;
}

/** Hears the parameters of a request as they went over the wire. */
export type Heard = (params: Readonly<Record<string, string>>) => void;

const clouds = new Map<string, { readonly cloud: SimulatedCloud; readonly heard: Heard }>();
let isLaid = false;
let count = 0;

/**
 * Serves a cloud to pop-core of this process without a socket: everything but the connection itself is the real thing,
 * signatures, faults and the reading of answers among it.
 */
export function serveWithoutSocket(
  cloud: SimulatedCloud,
  heard: Heard = () => {},
): { readonly url: string; close(): void } {
  lay();
  count += 1;
  const url = `http://cloud-${count}.in-this-process`;
  clouds.set(url, { cloud, heard });
  return { url, close: () => void clouds.delete(url) };
}

/** Lays the wire once in a process: what is sent to one of our clouds goes there, all else on its way. */
function lay(): void {
  if (isLaid) return;
  isLaid = true;
  const popCore = createRequire(import.meta.url).resolve("@alicloud/pop-core/lib/rpc.js");
  const httpx = createRequire(popCore)("httpx") as Httpx;
  const { request, read } = httpx;
  httpx.request = async (url, options) => {
    const served = clouds.get(url.replace(/\/(\?.*)?$/, ""));
    return served === undefined ? request(url, options) : ask(served, url, options);
  };
  httpx.read = async (came) => {
    if (came.body instanceof Error) throw came.body;
    return came.body ?? read(came);
  };
}

type Served = { readonly cloud: SimulatedCloud; readonly heard: Heard };

async function ask({ cloud, heard }: Served, url: string, { method, headers, data }: Sent): Promise<Came> {
  const incoming = decodeIncoming({ url, method, headers, body: Buffer.from(data) });
  heard(incoming.params);
  try {
    const answer = await answerIncoming(cloud, incoming);
    return came(answer, headers, Buffer.from(answer.body));
  } catch (error) {
    if (!(error instanceof Dropped)) throw error;
    if (error.partial === undefined) throw reset();
    return came(error.partial, headers, reset());
  }
}

function came({ status, headers }: Answer, asked: object, body: Buffer | Error): Came {
  return { req: { getHeaders: () => asked }, statusCode: status, headers, body };
}

/** As a socket says it. */
function reset(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
}
