import { expect, test } from "vitest";
import { sha256Hex, signatureV3, stringToSignV3 } from "../../../src/simulator/wire/signature-v3.ts";
import { createTinyCloud, hub, hubKey } from "./tiny-cloud.ts";

type Cloud = ReturnType<typeof createTinyCloud>;

/** A version 3 request whose sender signed `body` and those headers, and sent what `sent` says. */
function request(cloud: Cloud, sent: { body?: string; headers?: Record<string, string> } = {}): Request {
  const body = "RoleSessionName=night";
  const headers: Record<string, string> = {
    host: "127.0.0.1",
    "x-acs-action": "GetCallerIdentity",
    "x-acs-version": "2015-04-01",
    "x-acs-date": `${new Date(cloud.now()).toISOString().slice(0, 19)}Z`,
    "x-acs-signature-nonce": "once",
    "x-acs-content-sha256": sha256Hex(body),
  };
  const signedHeaders = Object.keys(headers).sort();
  const text = stringToSignV3({ method: "POST", query: {}, headers, signedHeaders, bodyHash: sha256Hex(body) });
  const credential = `Credential=${hubKey.id},SignedHeaders=${signedHeaders.join(";")}`;
  const authorization = `ACS3-HMAC-SHA256 ${credential},Signature=${signatureV3(text, hubKey.secret)}`;
  const all = { ...headers, authorization, ...sent.headers };
  return new Request("http://127.0.0.1/", { method: "POST", headers: all, body: sent.body ?? body });
}

async function answer(sent?: Parameters<typeof request>[1]): Promise<unknown> {
  const cloud = createTinyCloud();
  return (await cloud.fetch(request(cloud, sent))).json();
}

test("a request that arrives as it was signed is taken", async () => {
  expect(await answer()).toMatchObject({ AccountId: hub });
});

test("a body that was changed on the way is noticed", async () => {
  expect(await answer({ body: "RoleSessionName=noon" })).toMatchObject({ Code: "SignatureDoesNotMatch" });
});

test("a signed header that was changed on the way is noticed", async () => {
  const headers = { "x-acs-signature-nonce": "twice" };
  expect(await answer({ headers })).toMatchObject({ Code: "SignatureDoesNotMatch" });
});

test("a protocol header that the signature does not cover is refused", async () => {
  const headers = { "x-acs-security-token": "smuggled" };
  expect(await answer({ headers })).toMatchObject({ Code: "IncompleteSignature" });
});

test("an authorization of another form is refused", async () => {
  const headers = { authorization: "ACS3-HMAC-SHA256 Credential=x" };
  expect(await answer({ headers })).toMatchObject({ Code: "IncompleteSignature" });
});
