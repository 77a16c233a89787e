import { createHmac } from "node:crypto";
import { canonicalQuery, percentEncode } from "./percent-encode.ts";

/** The text that version 1 signs: method and parameters, neither host nor headers. */
export function stringToSignV1(method: string, params: Readonly<Record<string, string>>): string {
  const { Signature: _, ...signed } = params;
  return `${method}&%2F&${percentEncode(canonicalQuery(signed))}`;
}

/** HMAC-SHA1 with the secret and an ampersand as key, base64. */
export function signatureV1(stringToSign: string, secret: string): string {
  return createHmac("sha1", `${secret}&`).update(stringToSign).digest("base64");
}
