import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { onTestFinished } from "vitest";

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly form: URLSearchParams;
}

/** A plain HTTP server on loopback for one test. */
export async function serve(answer: RequestListener): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    received.push({ method: request.method ?? "", url: request.url ?? "", form });
    answer(request, response);
  });
  onTestFinished(() => void server.closeAllConnections());
  return { url: await listening(server), received };
}

/** Listens on a free port until the test is over. */
export async function listening(server: Server, protocol = "http"): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port of loopback that nobody listens on. */
export async function deafUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
