import { expect, test } from "vitest";
import { signatureV1, stringToSignV1 } from "../../../src/simulator/wire/signature-v1.ts";

// Source: the signature page of the ECS API reference, 2021.
const documented = {
  Timestamp: "2016-02-23T12:46:24Z",
  Format: "XML",
  AccessKeyId: "testid",
  Action: "DescribeRegions",
  SignatureMethod: "HMAC-SHA1",
  SignatureNonce: "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
  Version: "2014-05-26",
  SignatureVersion: "1.0",
};

test.each([
  ["GET", "OLeaidS1JvxuMvnyHOwuJ+uX5qY="],
  ["POST", "MxbnVAM4w6sft9xjVpe/GCKueuk="],
])("the documented request, sent by %s, has the documented signature", (method, signature) => {
  expect(signatureV1(stringToSignV1(method, documented), "testsecret")).toBe(signature);
});

test("characters that clients encode differently are signed in one way only", () => {
  const params = { ...documented, Format: "JSON", Description: "a b*c~!'()é中/+=" };
  const text = stringToSignV1("GET", params);
  expect(decodeURIComponent(text)).toContain("Description=a%20b%2Ac~%21%27%28%29%C3%A9%E4%B8%AD%2F%2B%3D");
  expect(signatureV1(text, "testsecret")).toBe("0burhBoJPYXMl5X/IUj9YYLTb6M=");
});

test("the signature itself is not signed", () => {
  expect(stringToSignV1("GET", { ...documented, Signature: "x" })).toBe(stringToSignV1("GET", documented));
});
