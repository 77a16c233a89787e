import { createHash, createHmac } from "node:crypto";
import { canonicalQuery } from "./percent-encode.ts";

export interface SignedRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly signedHeaders: readonly string[];
  readonly bodyHash: string;
}

/** Lower-case hexadecimal SHA-256. */
export function sha256Hex(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The hash that ACS3-HMAC-SHA256 signs, with its first line. Unlike version 1 it covers the host with its port. */
export function stringToSignV3(request: SignedRequest): string {
  const names = [...request.signedHeaders].sort();
  const headers = names.map((name) => `${name}:${(request.headers[name] ?? "").trim()}\n`).join("");
  const lines = [request.method, "/", canonicalQuery(request.query), headers, names.join(";"), request.bodyHash];
  return `ACS3-HMAC-SHA256\n${sha256Hex(lines.join("\n"))}`;
}

/** HMAC-SHA256 with the bare secret as key, hexadecimal. */
export function signatureV3(stringToSign: string, secret: string): string {
  return createHmac("sha256", secret).update(stringToSign).digest("hex");
}

/** The three parts of `Authorization: ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`. */
export function readAuthorization(
  header: string,
): { keyId: string; signedHeaders: string[]; signature: string } | undefined {
  const match = /^ACS3-HMAC-SHA256 +Credential=([^,]+), *SignedHeaders=([^,]*), *Signature=([0-9a-f]{64})$/.exec(
    header,
  );
  if (match === null) return undefined;
  const [, keyId = "", signedHeaders = "", signature = ""] = match;
  return { keyId, signedHeaders: signedHeaders.split(";"), signature };
}
