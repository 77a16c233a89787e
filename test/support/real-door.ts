import { writeFileSync } from "node:fs";
import { createServer as createHttpServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createCertificate } from "./certificate.ts";
import { newFolder } from "./host.ts";

/** What comes back instead of the cloud's own answer to a request with this body; undefined leaves that as it is. */
export type Substitute = (
  body: string,
) => { readonly status: number; readonly type: string; readonly text: string } | undefined;

/** The way from a sagctl that believes it speaks to the real cloud to a simulated one: a proxy, and TLS behind it. */
export interface RealDoor {
  /** HTTPS_PROXY, and whose certificates to trust. */
  readonly env: Readonly<Record<string, string>>;
  /** The hosts that were asked for. */
  readonly hosts: ReadonlySet<string>;
  substitute(by: Substitute | undefined): void;
}

const regions = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "us-west-1", "ap-southeast-1"];

/** Leads every host of the real cloud to the simulated one at `port`, for one test. */
export async function openRealDoor(port: number): Promise<RealDoor> {
  const hosts = ["*.aliyuncs.com", ...regions.map((region) => `*.${region}.aliyuncs.com`)];
  const { key, cert } = createCertificate(hosts);
  const trusted = join(newFolder(), "trusted.pem");
  writeFileSync(trusted, cert);
  let substitute: Substitute | undefined;
  const cloud = createHttpsServer({ key, cert }, (asked, answer) => void pass(asked, answer, port, substitute));
  const asked = new Set<string>();
  const inside = await listening(cloud);
  const proxy = createHttpServer();
  proxy.on("connect", ({ url = "" }: IncomingMessage, socket) => {
    asked.add(url.split(":")[0] ?? "");
    const way = connect(inside, "127.0.0.1", () => socket.write("HTTP/1.1 200 Connection established\r\n\r\n"));
    way.on("error", () => socket.destroy()).pipe(socket);
    socket.on("error", () => way.destroy()).pipe(way);
  });
  const outside = await listening(proxy);
  return {
    env: { HTTPS_PROXY: `http://127.0.0.1:${outside}`, NODE_EXTRA_CA_CERTS: trusted },
    hosts: asked,
    substitute: (by) => {
      substitute = by;
    },
  };
}

async function pass(asked: IncomingMessage, answer: ServerResponse, port: number, by: Substitute | undefined) {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const instead = by?.(body.toString("utf8"));
  if (instead) {
    answer.writeHead(instead.status, { "content-type": instead.type }).end(instead.text);
    return;
  }
  const { method, url, headers } = asked;
  const onward = request({ port, host: "127.0.0.1", method, path: url, headers }, (came) => {
    answer.writeHead(came.statusCode ?? 502, came.headers);
    came.on("error", () => answer.destroy()).pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  onward.end(body);
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
