import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";

/** The proxy that the way to a URL goes through; undefined: there is none. */
export type ProxyOf = (url: string) => URL | undefined;

/** HTTPS_PROXY and NO_PROXY, in capitals or small letters. Plain HTTP, which only a simulated cloud speaks, goes direct. */
export function proxyOf(env: Readonly<Record<string, string | undefined>>): ProxyOf {
  const proxy = env.HTTPS_PROXY || env.https_proxy;
  const direct = (env.NO_PROXY || env.no_proxy || "").split(",").map((name) => name.trim().replace(/^\*?\./, ""));
  return (url) => {
    const { protocol, hostname } = new URL(url);
    if (!proxy || protocol !== "https:") return undefined;
    const isDirect = direct.some(
      (name) => name === "*" || hostname === name || (name && hostname.endsWith(`.${name}`)),
    );
    return isDirect ? undefined : new URL(proxy.includes("://") ? proxy : `http://${proxy}`);
  };
}

/** A tunnel through the proxy to `host:port`. Its failure comes before anything of the request is sent. */
export function openTunnel(proxy: URL, target: string, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === "https:" ? requestHttps : requestHttp)(connectTo(proxy, target));
    const timer = setTimeout(() => request.destroy(refused("ETIMEDOUT", "nobody answered")), timeoutMs);
    request.once("close", () => clearTimeout(timer));
    request.once("error", (error: NodeJS.ErrnoException) => reject(refused(error.code ?? "", "no way to the proxy")));
    request.once("connect", (answer: IncomingMessage, socket: Socket) => {
      clearTimeout(timer);
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(refused(`HTTP ${answer.statusCode}`, "the proxy refused"));
    });
    request.end();
  });
}

function connectTo(proxy: URL, target: string): RequestOptions {
  const { hostname, port, username, password } = proxy;
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = username ? { "proxy-authorization": `Basic ${Buffer.from(user).toString("base64")}` } : {};
  const secure = proxy.protocol === "https:";
  return {
    method: "CONNECT",
    host: hostname,
    port: port || (secure ? 443 : 80),
    path: target,
    headers: { host: target, ...authorization },
    agent: false,
  };
}

// httpx adds the URL to an error's message, so the words for a person have a place of their own.
function refused(code: string, message: string): Error {
  const why = `${message} (${code})`;
  return Object.assign(new Error(why), { code: "sagctl.ProxyRefused", unsent: true, why });
}
