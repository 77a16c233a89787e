import { describe, expect, test } from "vitest";
import { callCloud, formRequest, signedParams } from "./call-cloud.ts";
import { createTinyCloud, hubKey, tinyScenario } from "./tiny-cloud.ts";

const WHO = "Sts.GetCallerIdentity";
const MINUTE = 60_000;

function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

describe("what the gateway refuses before any product hears of it", () => {
  test("a wrong secret, with the text that it signed itself", async () => {
    const { status, body } = await callCloud(createTinyCloud(), WHO, {}, { key: { ...hubKey, secret: "wrong" } });
    expect(status).toBe(400);
    expect(body.Code).toBe("SignatureDoesNotMatch");
    expect(body.Message).toMatch(
      /^Specified signature is not matched .* server string to sign is:POST&%2F&AccessKeyId%3D/,
    );
  });

  test("an unknown key", async () => {
    const { status, body } = await callCloud(createTinyCloud(), WHO, {}, { key: { id: "LTAInobody", secret: "x" } });
    expect([status, body.Code, body.Message]).toEqual([
      404,
      "InvalidAccessKeyId.NotFound",
      "Specified access key is not found.",
    ]);
  });

  test("a disabled key", async () => {
    const key = { id: "LTAIdisabled", secret: "x", inactive: true };
    const { body } = await callCloud(createTinyCloud({ scenario: tinyScenario([key]) }), WHO, {}, { key });
    expect(body.Code).toBe("InvalidAccessKeyId.Inactive");
  });

  test.each([-16, 16])("a time stamp %i minutes off the world's clock", async (minutes) => {
    const cloud = createTinyCloud();
    const Timestamp = stamp(cloud.now() + minutes * MINUTE);
    const { status, body } = await callCloud(cloud, WHO, {}, { protocol: { Timestamp } });
    expect([status, body.Code]).toEqual([400, "InvalidTimeStamp.Expired"]);
  });

  test("a time stamp that is none", async () => {
    const { body } = await callCloud(createTinyCloud(), WHO, {}, { protocol: { Timestamp: "now" } });
    expect(body.Code).toBe("InvalidTimeStamp.Format");
  });

  test("the same signed request once more", async () => {
    const cloud = createTinyCloud();
    const form = signedParams(cloud, WHO, {});
    expect((await cloud.fetch(formRequest(form))).status).toBe(200);
    const again = await cloud.fetch(formRequest(form));
    expect(await again.json()).toMatchObject({ Code: "SignatureNonceUsed" });
  });

  test.each([
    ["AccessKeyId", "MissingAccessKeyId"],
    ["Timestamp", "MissingTimestamp"],
    ["SignatureNonce", "MissingSignatureNonce"],
    ["SignatureMethod", "IncompleteSignature"],
    ["Version", "MissingVersion"],
    ["Action", "MissingAction"],
  ])("a request without %s", async (name, code) => {
    const { status, body } = await callCloud(createTinyCloud(), WHO, {}, { protocol: { [name]: undefined } });
    expect([status, body.Code]).toEqual([400, code]);
  });
});

describe("what it lets through", () => {
  test.each([-14, 14])("a time stamp %i minutes off", async (minutes) => {
    const cloud = createTinyCloud();
    const Timestamp = stamp(cloud.now() + minutes * MINUTE);
    expect((await callCloud(cloud, WHO, {}, { protocol: { Timestamp } })).status).toBe(200);
  });

  test("the world's time counts, after a jump too", async () => {
    const cloud = createTinyCloud();
    await cloud.advanceTo(cloud.now() + 48 * 60 * MINUTE);
    const { status, headers } = await callCloud(cloud, WHO);
    expect(status).toBe(200);
    expect(headers.get("date")).toBe(new Date(cloud.now()).toUTCString());
  });

  test("parameters spread over query and form body", async () => {
    const cloud = createTinyCloud();
    const { Action, Version, ...form } = signedParams(cloud, WHO, {}) as Record<string, string>;
    const url = `http://sts.aliyuncs.com/?Action=${Action}&Version=${Version}`;
    const response = await cloud.fetch(new Request(url, { method: "POST", body: new URLSearchParams(form) }));
    expect(response.status).toBe(200);
  });
});

describe("a security token", () => {
  const issued = { id: "STS.issued", secret: "x", securityToken: "token-1", role: "operator/test" };

  test.each([
    ["absent", undefined, MINUTE, "MissingSecurityToken"],
    ["another one", "token-2", MINUTE, "InvalidSecurityToken.MismatchWithAccessKey"],
    ["at its last moment", "token-1", 0, "InvalidSecurityToken.Expired"],
  ])("%s is refused", async (_, SecurityToken, left, code) => {
    const start = Date.UTC(2026, 0, 1);
    const key = { ...issued, expires: start + left };
    const cloud = createTinyCloud({ start, scenario: tinyScenario([key]) });
    const { status, body } = await callCloud(cloud, WHO, {}, { key, protocol: { SecurityToken } });
    expect([status, body.Code]).toEqual([400, code]);
  });

  test("in time and matching is taken", async () => {
    const start = Date.UTC(2026, 0, 1);
    const key = { ...issued, expires: start + MINUTE };
    const cloud = createTinyCloud({ start, scenario: tinyScenario([key]) });
    const { status, body } = await callCloud(cloud, WHO, {}, { key, protocol: { SecurityToken: "token-1" } });
    expect([status, body.IdentityType]).toEqual([200, "AssumedRoleUser"]);
  });
});
