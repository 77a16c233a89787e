import type { ServerResponse } from "node:http";
import type { Dropped } from "../faults/strike.ts";
import type { Answer } from "./answer.ts";

function firstHalf({ body }: Answer): Buffer {
  const bytes = Buffer.from(body);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** Breaks a real connection: at once, or after the first half of a body that promised to be whole. */
export function dropConnection(outgoing: ServerResponse, { partial }: Dropped): void {
  if (partial === undefined) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(partial.status, { ...partial.headers, "content-length": Buffer.byteLength(partial.body) });
  outgoing.write(firstHalf(partial), () => outgoing.destroy());
}

function connectionReset(): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
}

/** The same for a client in this process: what `fetch` does when the connection breaks. */
export function dropFetch({ partial }: Dropped): Response {
  if (partial === undefined) throw connectionReset();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(firstHalf(partial)),
    pull: (controller) => controller.error(connectionReset()),
  });
  return new Response(body, { status: partial.status, headers: partial.headers });
}
