import { timingSafeEqual } from "node:crypto";
import { Refusal } from "../action.ts";
import type { SimAccount, SimKey, WorldState } from "../world.ts";
import type { Incoming } from "./incoming.ts";
import { signatureV1, stringToSignV1 } from "./signature-v1.ts";
import { readAuthorization, signatureV3, stringToSignV3 } from "./signature-v3.ts";

const WINDOW_MS = 15 * 60 * 1000;

/** Who signed a request. */
export interface Signer {
  readonly account: SimAccount;
  readonly key: SimKey;
}

/** What either signature version claims, and how to check it once the secret is known. */
interface Claim {
  readonly keyId: string;
  readonly token: string | undefined;
  readonly time: string;
  readonly nonce: string;
  readonly signature: string;
  readonly stringToSign: string;
  sign(stringToSign: string, secret: string): string;
  mismatch(stringToSign: string): string;
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== "") return value;
  throw new Refusal(400, `Missing${name}`, `${name} is mandatory for this action.`);
}

function claimV1({ method, params }: Incoming): Claim {
  const keyId = required("AccessKeyId", params.AccessKeyId);
  if (params.SignatureMethod !== "HMAC-SHA1" || params.SignatureVersion !== "1.0" || !params.Signature) {
    throw new Refusal(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
  }
  return {
    keyId,
    token: params.SecurityToken,
    time: required("Timestamp", params.Timestamp),
    nonce: required("SignatureNonce", params.SignatureNonce),
    signature: params.Signature,
    stringToSign: stringToSignV1(method, params),
    sign: signatureV1,
    mismatch: (text) => `Specified signature is not matched with our calculation. server string to sign is:${text}`,
  };
}

/** Headers that a version 3 signature must cover, whatever its own list says. */
function mustBeSigned(name: string): boolean {
  return name === "host" || name.startsWith("x-acs-");
}

function claimV3(incoming: Incoming, header: string): Claim {
  const { headers, bodyHash } = incoming;
  const authorization = readAuthorization(header);
  const left = Object.keys(headers).some((name) => mustBeSigned(name) && !authorization?.signedHeaders.includes(name));
  if (authorization === undefined || left) {
    throw new Refusal(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
  }
  const { method, query } = incoming;
  const { keyId, signedHeaders, signature } = authorization;
  return {
    keyId,
    token: headers["x-acs-security-token"],
    time: required("Timestamp", headers["x-acs-date"]),
    nonce: required("SignatureNonce", headers["x-acs-signature-nonce"]),
    signature,
    stringToSign: stringToSignV3({ method, query, headers, signedHeaders, bodyHash }),
    sign: signatureV3,
    mismatch: (text) => `Specified signature does not match our calculation. server StringToSign is [${text}]`,
  };
}

function findSigner(state: WorldState, keyId: string): Signer {
  for (const account of state.accounts) {
    const key = account.keys.find((candidate) => candidate.id === keyId);
    if (key !== undefined) return { account, key };
  }
  throw new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
}

function checkKey(key: SimKey, token: string | undefined, now: number): void {
  if (key.inactive) throw new Refusal(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
  if (key.securityToken === undefined && !token) return;
  if (!token) throw new Refusal(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
  if (token !== key.securityToken) {
    const message = "Specified SecurityToken is not matched with the AccessKeyId.";
    throw new Refusal(400, "InvalidSecurityToken.MismatchWithAccessKey", message);
  }
  if (key.expires !== undefined && key.expires <= now) {
    throw new Refusal(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
  }
}

function checkTime(time: string, now: number): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) || Number.isNaN(Date.parse(time))) {
    throw new Refusal(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
  }
  if (Math.abs(Date.parse(time) - now) > WINDOW_MS) {
    throw new Refusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
  }
}

function checkSignature(claim: Claim, secret: string): void {
  const [ours, theirs] = [Buffer.from(claim.sign(claim.stringToSign, secret)), Buffer.from(claim.signature)];
  if (ours.length === theirs.length && timingSafeEqual(ours, theirs)) return;
  throw new Refusal(400, "SignatureDoesNotMatch", claim.mismatch(claim.stringToSign));
}

function useNonce(state: WorldState, claim: Claim): void {
  const nonce = `${claim.keyId}/${claim.nonce}`;
  if (Object.hasOwn(state.nonces, nonce)) {
    throw new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
  }
  state.nonces[nonce] = state.now;
}

/** Finds out who signed, or refuses as the gateway in front of every product does. Judges time by the world's clock. */
export function authenticate(state: WorldState, incoming: Incoming): Signer {
  const header = incoming.headers.authorization;
  const claim = header?.startsWith("ACS3-") ? claimV3(incoming, header) : claimV1(incoming);
  const signer = findSigner(state, claim.keyId);
  checkKey(signer.key, claim.token, state.now);
  checkTime(claim.time, state.now);
  checkSignature(claim, signer.key.secret);
  useNonce(state, claim);
  return signer;
}
