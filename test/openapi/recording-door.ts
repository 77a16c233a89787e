import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";

/** A door to a simulated cloud that writes down every RPC request as it came over the wire. */
export interface RecordingDoor {
  readonly url: string;
  readonly requests: readonly ReadonlyMap<string, string>[];
  close(): Promise<void>;
}

export async function openDoor(cloud: SimulatedCloud): Promise<RecordingDoor> {
  const requests: ReadonlyMap<string, string>[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { url = "/", method = "GET" } = incoming;
    const body = await bodyOf(incoming);
    const { searchParams, pathname } = new URL(url, "http://door");
    if (!pathname.startsWith("/control/")) requests.push(new Map([...searchParams, ...new URLSearchParams(body)]));
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const init = method === "GET" ? { method, headers } : { method, headers, body };
    const answer = await cloud.fetch(new Request(`http://${incoming.headers.host}${url}`, init));
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://control:${cloud.controlToken}@127.0.0.1:${port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of incoming) text += chunk;
  return text;
}
