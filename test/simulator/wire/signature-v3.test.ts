import { expect, test } from "vitest";
import { readAuthorization, sha256Hex, signatureV3, stringToSignV3 } from "../../../src/simulator/wire/signature-v3.ts";

const bodyHash = sha256Hex("");
const headers = {
  host: "vpc.cn-hangzhou.aliyuncs.com",
  "x-acs-action": "DescribeVpcs",
  "x-acs-version": "2016-04-28",
  "x-acs-date": "2023-10-26T10:22:32Z",
  "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
  "x-acs-content-sha256": bodyHash,
  "user-agent": "not signed",
};
const signedHeaders = Object.keys(headers).filter((name) => name !== "user-agent");
const request = {
  method: "POST",
  query: { RegionId: "cn-hangzhou", "Tag.1.Key": "a b*~'()", "Tag.1.Value": "中" },
  headers,
  signedHeaders,
  bodyHash,
};

test("a request has the signature that the official client library computes", () => {
  const text = stringToSignV3(request);
  expect(text).toBe("ACS3-HMAC-SHA256\nc800a3d829279747f8b134b4c3ea27beeafd40e4a6d786492148568240dd76d0");
  expect(signatureV3(text, "YourAccessKeySecret")).toBe(
    "c3c74c3680dbfec6e010636ff8dfde92db8e24357ae1481c696d73e2b58b2a04",
  );
});

test("an authorization header falls into its three parts", () => {
  const signature = "a".repeat(64);
  const header = `ACS3-HMAC-SHA256 Credential=LTAI,SignedHeaders=host;x-acs-date,Signature=${signature}`;
  expect(readAuthorization(header)).toEqual({ keyId: "LTAI", signedHeaders: ["host", "x-acs-date"], signature });
});

test("an authorization header of another algorithm is none", () => {
  expect(readAuthorization(`ACS3-HMAC-SM3 Credential=LTAI,SignedHeaders=host,Signature=${"a".repeat(64)}`)).toBe(
    undefined,
  );
});
