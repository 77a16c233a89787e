import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTinyCloud, hub, hubKey, tinyScenario } from "./tiny-cloud.ts";

// A CommonJS module whose class is its `default`, which ESM imports see in two ways.
const sts = createRequire(import.meta.url)("@alicloud/sts20150401") as typeof import("@alicloud/sts20150401");

const user = { id: "LTAI5tSimulatedUser001", secret: "simulated-user-secret", user: "alice" };
const cloud = createTinyCloud({ start: Date.now(), scenario: tinyScenario([user]) });
let endpoint = "";

beforeAll(async () => {
  endpoint = new URL((await cloud.listen()).url).host;
});
afterAll(() => cloud.close());

function createClient(key: { id: string; secret: string; token?: string }) {
  const config = {
    accessKeyId: key.id,
    accessKeySecret: key.secret,
    securityToken: key.token,
    endpoint,
    protocol: "http",
  };
  return new sts.default(config as ConstructorParameters<typeof sts.default>[0]);
}

test("the generated client's ACS3 signature is accepted", async () => {
  const { body } = await createClient(hubKey).getCallerIdentity();
  expect(body?.accountId).toBe(hub);
});

test("a wrong secret is refused with the text of version 3", async () => {
  const call = createClient({ ...hubKey, secret: "wrong" }).getCallerIdentity();
  await expect(call).rejects.toMatchObject({
    statusCode: 400,
    code: "SignatureDoesNotMatch",
    message: expect.stringMatching(/server StringToSign is \[ACS3-HMAC-SHA256\n[0-9a-f]{64}\]/),
  });
});

test("a role's keys, assumed through the generated client, work until they expire", async () => {
  const request = new sts.AssumeRoleRequest({ roleArn: `acs:ram::${hub}:role/operator`, roleSessionName: "test" });
  const { credentials } = (await createClient(user).assumeRole(request)).body ?? {};
  expect(credentials?.accessKeyId).toMatch(/^STS\./);
  const key = {
    id: credentials?.accessKeyId ?? "",
    secret: credentials?.accessKeySecret ?? "",
    token: credentials?.securityToken ?? "",
  };
  const { body } = await createClient(key).getCallerIdentity();
  expect(body).toMatchObject({ identityType: "AssumedRoleUser", arn: `acs:ram::${hub}:assumed-role/operator/test` });
  const { token: _, ...tokenless } = key;
  await expect(createClient(tokenless).getCallerIdentity()).rejects.toMatchObject({ code: "MissingSecurityToken" });
});
