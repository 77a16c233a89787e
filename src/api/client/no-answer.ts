/** Why there is no answer to read a Code from, and whether the request can have reached the service. */
export interface NoAnswer {
  readonly is: "unsent" | "unknown";
  readonly code: `sagctl.${string}`;
  readonly message: string;
}

const CERTIFICATE = /^(CERT_|ERR_TLS_CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|ERR_SSL_)/;

/** Reads what pop-core throws when there is no JSON error. Its own words hold the URL or the body, so they are not kept. */
export function readNoAnswer(thrown: unknown): NoAnswer {
  const { code = "", name = "", text, unsent: isUnsent } = (thrown ?? {}) as Thrown;
  if (typeof text === "string") return readBody(text);
  if (isUnsent) return readUnopened(thrown as Thrown);
  if (name === "RequestTimeoutError") return unknown("TimedOut", "no answer in time");
  if (code !== "") return unknown("ConnectionLost", `the connection was lost before the answer came (${code})`);
  return unknown("NoJson", "the answer is not a JSON object");
}

interface Thrown {
  readonly code?: string;
  readonly name?: string;
  readonly text?: unknown;
  /** Words of our own. */
  readonly why?: string;
  /** Set by the connection: it failed before it was open. */
  readonly unsent?: true;
}

function readUnopened({ code = "", why = "" }: Thrown): NoAnswer {
  if (code === "sagctl.ProxyRefused") return unsent("ProxyRefused", why);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return unsent("HostNotFound", `the host name is not known (${code})`);
  }
  if (CERTIFICATE.test(code)) return unsent("NotTrusted", `no trusted TLS connection to the service (${code})`);
  return unsent("NotConnected", `no connection to the service (${code})`);
}

function readBody(text: string): NoAnswer {
  const body = text.replace(/^\uFEFF/, "").trim();
  if (body === "") return unknown("EmptyBody", "the answer is empty");
  if (/^<(!doctype|html|head|body|\?xml)/i.test(body)) return unknown("WebPage", "the answer is a web page, not JSON");
  return unknown("NoJson", "the answer is not JSON, or was cut short");
}

const unsent = (code: string, message: string): NoAnswer => ({ is: "unsent", code: `sagctl.${code}`, message });
const unknown = (code: string, message: string): NoAnswer => ({ is: "unknown", code: `sagctl.${code}`, message });
