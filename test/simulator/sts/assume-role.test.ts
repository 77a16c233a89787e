import { describe, expect, test } from "vitest";
import { callCloud } from "../wire/call-cloud.ts";
import { createTinyCloud, hub, hubKey, tinyScenario } from "../wire/tiny-cloud.ts";

const alice = { id: "LTAIalice", secret: "x", user: "alice" };
const RoleArn = `acs:ram::${hub}:role/operator`;

function createCloud() {
  return createTinyCloud({ scenario: tinyScenario([alice]) });
}

interface Credentials {
  AccessKeyId: string;
  AccessKeySecret: string;
  SecurityToken: string;
  Expiration: string;
}

describe("GetCallerIdentity", () => {
  test.each([
    ["a root key", hubKey, { IdentityType: "Account", Arn: `acs:ram::${hub}:root`, UserId: hub }],
    ["a user's key", alice, { IdentityType: "RAMUser", Arn: `acs:ram::${hub}:user/alice` }],
  ])("tells %s who it is, the account as a string", async (_, key, identity) => {
    const { body } = await callCloud(createCloud(), "Sts.GetCallerIdentity", {}, { key });
    expect(body).toMatchObject({ AccountId: hub, ...identity });
  });

  test("a user's id is not the account's", async () => {
    const { body } = await callCloud(createCloud(), "Sts.GetCallerIdentity", {}, { key: alice });
    expect(body.UserId).toMatch(/^\d{18}$/);
  });
});

describe("AssumeRole", () => {
  test("issues a key that works with its token until it expires by the world's clock", async () => {
    const cloud = createCloud();
    const params = { RoleArn, RoleSessionName: "night", DurationSeconds: "900" };
    const { body } = await callCloud(cloud, "Sts.AssumeRole", params, { key: alice });
    const issued = body.Credentials as Credentials;
    expect(Date.parse(issued.Expiration)).toBe(cloud.now() + 900_000);
    const key = { id: issued.AccessKeyId, secret: issued.AccessKeySecret };
    const who = () =>
      callCloud(cloud, "Sts.GetCallerIdentity", {}, { key, protocol: { SecurityToken: issued.SecurityToken } });
    expect((await who()).body).toMatchObject({ IdentityType: "AssumedRoleUser", RoleId: "300000000000000009" });
    await cloud.advanceTo(cloud.now() + 900_000);
    expect((await who()).body.Code).toBe("InvalidSecurityToken.Expired");
  });

  test("is logged without the secrets it gives out", async () => {
    const cloud = createCloud();
    const { body } = await callCloud(cloud, "Sts.AssumeRole", { RoleArn, RoleSessionName: "night" }, { key: alice });
    const { AccessKeySecret, SecurityToken } = body.Credentials as Credentials;
    const log = JSON.stringify(cloud.calls());
    for (const secret of [AccessKeySecret, SecurityToken]) expect(log).not.toContain(secret);
    expect(cloud.keys().map(({ keyId }) => keyId)).not.toContain((body.Credentials as Credentials).AccessKeyId);
  });

  test.each([
    ["from a root key", { key: hubKey }, {}, 403, "NoPermission"],
    ["from an account that the role does not trust", { key: shopUser() }, {}, 403, "NoPermission"],
    ["of an unknown role", { key: alice }, { RoleArn: `acs:ram::${hub}:role/nobody` }, 404, "EntityNotExist.Role"],
    ["of something that is no role", { key: alice }, { RoleArn: "operator" }, 400, "InvalidParameter.RoleArn"],
    ["under a bad session name", { key: alice }, { RoleSessionName: "a b" }, 400, "InvalidParameter.RoleSessionName"],
    ["for a minute", { key: alice }, { DurationSeconds: "60" }, 400, "InvalidParameter.DurationSeconds"],
    ["for a day", { key: alice }, { DurationSeconds: "86400" }, 400, "InvalidParameter.DurationSeconds"],
  ])("%s is refused", async (_, options, changes, status, code) => {
    const cloud = createCloud();
    cloud.world.account("2000000000000002").keys.push(shopUser());
    const params = { RoleArn, RoleSessionName: "night", ...changes };
    const answer = await callCloud(cloud, "Sts.AssumeRole", params, options);
    expect([answer.status, answer.body.Code]).toEqual([status, code]);
  });
});

function shopUser() {
  return { id: "LTAIshopuser", secret: "y", user: "bob" };
}
