import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import { legacyCloud } from "../../src/simulator/scenarios/legacy-cloud.ts";
import { buildTutorialA } from "../../src/simulator/scenarios/tutorial-a.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import type { Switches, World } from "../../src/simulator/world.ts";

export interface BadCloudParts {
  /** What stands in the world beside tutorial A's prerequisites. */
  readonly build?: (world: World) => void;
  readonly switches?: Partial<Switches>;
}

/** A simulated cloud served on loopback for one test. */
export interface BadCloud {
  readonly cloud: SimulatedCloud;
  /** For --simulate=URL, with the control path's token. */
  readonly url: string;
}

/** The name under which the screens and the diary know it. */
export const BAD_CLOUD = "tutorial-a-gone-wrong";

/** Serves tutorial A's cloud with something wrong in it. */
export async function serveBadCloud(parts: BadCloudParts = {}): Promise<BadCloud> {
  const cloud = createBadCloud(parts);
  const { url } = await cloud.listen();
  return { cloud, url: withToken(url, cloud) };
}

/** What comes back instead of the cloud's own answer; undefined leaves that as it is. */
export type Twist = (path: string, answer: Response) => Response | undefined | Promise<Response | undefined>;

/** The same cloud behind something that twists its answers on their way, as proxies do. */
export async function serveBehind(twist: Twist, parts: BadCloudParts = {}): Promise<BadCloud> {
  const cloud = createBadCloud(parts);
  const server = createServer(async (request, response) => {
    const answer = await cloud.fetch(await asFetch(request));
    const twisted = await twist(new URL(request.url ?? "/", "http://front").pathname, answer.clone());
    await send(twisted ?? answer, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { cloud, url: withToken(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, cloud) };
}

/** Every write that arrived, whatever it was answered. */
export function writesIn({ cloud }: BadCloud): readonly string[] {
  const writes = cloud.calls().filter((call) => call.kind !== "read");
  return writes.map((call) => call.action);
}

/** No write has arrived, and nobody has spent anything. */
export function expectNothingSent(bad: BadCloud): void {
  expect(writesIn(bad)).toEqual([]);
  expect(bad.cloud.ledger()).toEqual([]);
}

function createBadCloud({ build = () => {}, switches = {} }: BadCloudParts): SimulatedCloud {
  const cloud = createSimulatedCloud({
    scenario: {
      name: BAD_CLOUD,
      about: "Tutorial A's cloud with something wrong in it.",
      switches: { ...legacyCloud, ...switches },
      build: (world) => {
        buildTutorialA(world);
        build(world);
      },
    },
  });
  onTestFinished(() => cloud.close());
  return cloud;
}

function withToken(url: string, { controlToken }: SimulatedCloud): string {
  return `http://control:${controlToken}@${new URL(url).host}`;
}

async function asFetch(request: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = "GET" } = request;
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  const url = `http://${request.headers.host}${request.url}`;
  return new Request(url, { method, headers, ...(parts.length > 0 ? { body: Buffer.concat(parts) } : {}) });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const headers = [...answer.headers].filter(([name]) => name !== "content-length");
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}
