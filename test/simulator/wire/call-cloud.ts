import { signatureV1, stringToSignV1 } from "../../../src/simulator/wire/signature-v1.ts";
import { hubKey } from "./tiny-cloud.ts";

interface Callable {
  now(): number;
  fetch(request: Request): Promise<Response>;
}

interface Body {
  Code?: string;
  Message?: string;
  [field: string]: unknown;
}

interface CallOptions {
  key?: { id: string; secret: string };
  /** Protocol parameters set otherwise, or left out when undefined. */
  protocol?: Record<string, string | undefined>;
}

const versions: Record<string, string> = {
  Smartag: "2018-03-13",
  Cbn: "2017-09-12",
  Vpc: "2016-04-28",
  Ecs: "2014-05-26",
  Sts: "2015-04-01",
  Bss: "2017-12-14",
};
let nonce = 0;

function defined(params: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function signedParams(cloud: Callable, name: string, params: Record<string, string>, options: CallOptions = {}) {
  const [product = "", Action = ""] = name.split(".");
  const { id, secret } = options.key ?? hubKey;
  nonce += 1;
  const unsigned = defined({
    Action,
    Version: versions[product],
    Format: "JSON",
    AccessKeyId: id,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: `nonce-${nonce}`,
    Timestamp: `${new Date(cloud.now()).toISOString().slice(0, 19)}Z`,
    ...params,
    ...options.protocol,
  });
  return { ...unsigned, Signature: unsigned.Signature ?? signatureV1(stringToSignV1("POST", unsigned), secret) };
}

export function formRequest(form: Record<string, string>): Request {
  return new Request("http://127.0.0.1/", { method: "POST", body: new URLSearchParams(form) });
}

/** A signed POST without a socket: `callCloud(cloud, "Sts.GetCallerIdentity")`. */
export async function callCloud(
  cloud: Callable,
  name: string,
  params: Record<string, string> = {},
  options?: CallOptions,
) {
  const response = await cloud.fetch(formRequest(signedParams(cloud, name, params, options)));
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}
