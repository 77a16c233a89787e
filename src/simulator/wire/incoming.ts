import { sha256Hex } from "./signature-v3.ts";

/** A request as it came in, decoded and merged, before anything of it is believed. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Query and form body in one: SDKs spread parameters over both in different ways. */
  readonly params: Readonly<Record<string, string>>;
  /** Lower-case hexadecimal SHA-256; only version 3 signs it. */
  readonly bodyHash: string;
  readonly action: string;
  readonly version: string;
}

function formFields(contentType: string, body: string): Record<string, string> {
  if (!contentType.includes("application/x-www-form-urlencoded")) return {};
  return Object.fromEntries(new URLSearchParams(body));
}

/** A request with all of its body; names of headers in small letters. */
export interface Raw {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Reads a request whole. */
export async function readIncoming(request: Request): Promise<Incoming> {
  const { url, method } = request;
  const body = new Uint8Array(await request.arrayBuffer());
  return decodeIncoming({ url, method, headers: Object.fromEntries(request.headers), body });
}

/** Action and Version are parameters in version 1 and headers in version 3. */
export function decodeIncoming({ url: address, method, headers, body }: Raw): Incoming {
  const url = new URL(address);
  const query = Object.fromEntries(url.searchParams);
  const form = formFields(headers["content-type"] ?? "", new TextDecoder().decode(body));
  const params = { ...query, ...form };
  return {
    method,
    path: url.pathname,
    host: headers.host ?? url.host,
    headers: { host: url.host, ...headers },
    query,
    params,
    get bodyHash() {
      return sha256Hex(body);
    },
    action: params.Action ?? headers["x-acs-action"] ?? "",
    version: params.Version ?? headers["x-acs-version"] ?? "",
  };
}
