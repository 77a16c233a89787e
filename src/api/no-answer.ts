/** Why there is no answer to read a Code from, and whether the request can have reached the service. */
export interface NoAnswer {
  readonly is: "unsent" | "unknown";
  readonly code: `sagctl.${string}`;
  readonly message: string;
}

// Raised by the handshake, before the request is written.
const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|UNKNOWN_CA)/;

/** Reads what pop-core throws when there is no JSON error. Its own words hold the URL or the body, so they are not kept. */
export function readNoAnswer(thrown: unknown): NoAnswer {
  const { code = "", syscall = "", name = "", text } = (thrown ?? {}) as Record<string, string | undefined>;
  if (typeof text === "string") return readBody(text);
  if (code.startsWith("sagctl.")) return { is: "unsent", code: code as `sagctl.${string}`, message: messageOf(thrown) };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return unsent("HostNotFound", `the host name is not known (${code})`);
  if (syscall === "connect") return unsent("NotConnected", `no connection to the service (${code})`);
  if (TLS.test(code)) return unsent("NotTrusted", `the service's certificate was not accepted (${code})`);
  if (name === "RequestTimeoutError") return unknown("TimedOut", "no answer in time");
  if (code !== "") return unknown("ConnectionLost", `the connection was lost before the answer came (${code})`);
  return unknown("NoJson", "the answer is not a JSON object");
}

function readBody(text: string): NoAnswer {
  const body = text.replace(/^\uFEFF/, "").trim();
  if (body === "") return unknown("EmptyBody", "the answer is empty");
  if (/^<(!doctype|html|head|body|\?xml)/i.test(body)) return unknown("WebPage", "the answer is a web page, not JSON");
  return unknown("NoJson", "the answer is not JSON, or was cut short");
}

const unsent = (code: string, message: string): NoAnswer => ({ is: "unsent", code: `sagctl.${code}`, message });
const unknown = (code: string, message: string): NoAnswer => ({ is: "unknown", code: `sagctl.${code}`, message });

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : "";
}
