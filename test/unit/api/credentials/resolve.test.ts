import { describe, expect, test } from "vitest";
import type { Environment } from "../../../../src/api/credentials/environment-keys.ts";
import { type CredentialSources, resolveCredentials } from "../../../../src/api/credentials/resolve.ts";
import { SagctlError } from "../../../../src/errors.ts";
import { plain } from "../../../../src/text.ts";

const home = "/home/li";
const config = "/home/li/.aliyun/config.json";
const prod = { name: "prod", mode: "AK", access_key_id: "LTAIprod", access_key_secret: "secret-of-prod" };
const dev = { name: "dev", mode: "ak", access_key_id: "LTAIdev", access_key_secret: "secret-of-dev" };
const envKeys = { ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAIenv", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret-of-env" };

function resolve(
  profiles: readonly object[] | string | undefined,
  env: Environment = {},
  more: Partial<CredentialSources> = {},
) {
  const content = typeof profiles === "string" ? profiles : JSON.stringify({ current: "dev", profiles });
  const readFile = async (path: string): Promise<string> => {
    if (profiles !== undefined && path === config) return content;
    throw Object.assign(new Error("no such file"), { code: "ENOENT" });
  };
  return resolveCredentials({ env, home, readFile, now: () => 1_700_000_000_000, ...more });
}

async function won(...of: Parameters<typeof resolve>): Promise<readonly [string, string]> {
  const { source, provider } = await resolve(...of);
  return [plain(source), (await provider()).accessKeyId];
}

async function errorOf(...of: Parameters<typeof resolve>): Promise<SagctlError> {
  const error = await resolve(...of)
    .then(({ provider }) => provider())
    .catch((thrown) => thrown);
  expect(error).toBeInstanceOf(SagctlError);
  expect(error.kind).toBe("denied");
  return error;
}

describe("which source wins", () => {
  test("the flag, over the environment's keys", async () => {
    expect(await won([prod, dev], envKeys, { profile: "prod" })).toEqual(["profile prod (--profile)", "LTAIprod"]);
  });

  test("the environment's keys, over every profile that no flag names", async () => {
    const env = { ...envKeys, ALIBABA_CLOUD_PROFILE: "prod" };
    const source = "environment (ALIBABA_CLOUD_ACCESS_KEY_ID)";
    expect(await won([prod, dev], env, { profileInFile: "prod" })).toEqual([source, "LTAIenv"]);
  });

  test("the network file's profile, over the environment's profile name", async () => {
    const env = { ALIBABA_CLOUD_PROFILE: "dev" };
    expect(await won([prod, dev], env, { profileInFile: "prod" })).toEqual(["profile prod (network file)", "LTAIprod"]);
  });

  test("the environment's profile name, over the current profile", async () => {
    const env = { ALIBABA_CLOUD_PROFILE: "prod" };
    expect(await won([prod, dev], env)).toEqual(["profile prod (ALIBABA_CLOUD_PROFILE)", "LTAIprod"]);
  });

  test("the current profile at last", async () => {
    expect(await won([prod, dev])).toEqual(["profile dev (current)", "LTAIdev"]);
  });
});

describe("the environment", () => {
  test("brings its session token", async () => {
    const { provider } = await resolve(undefined, { ...envKeys, ALIBABA_CLOUD_SECURITY_TOKEN: "token" });
    expect(await provider()).toEqual({
      accessKeyId: "LTAIenv",
      accessKeySecret: "secret-of-env",
      securityToken: "token",
    });
  });

  test("is read under the older prefixes too, never mixed", async () => {
    const older = { ALICLOUD_ACCESS_KEY_ID: "LTAIold", ALICLOUD_ACCESS_KEY_SECRET: "s" };
    expect(await won(undefined, older)).toEqual(["environment (ALICLOUD_ACCESS_KEY_ID)", "LTAIold"]);
  });

  test("with half a key is an error that names the missing half, not a silent change to a profile", async () => {
    const error = await errorOf([dev], { ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAIenv" });
    expect(error.message).toBe("ALIBABA_CLOUD_ACCESS_KEY_ID is set and ALIBABA_CLOUD_ACCESS_KEY_SECRET is not");
  });

  test("can switch profiles off", async () => {
    expect((await errorOf([dev], { ALIBABA_CLOUD_IGNORE_PROFILE: "TRUE" })).code).toBe("no-credentials");
  });
});

describe("a profile", () => {
  const only = (fields: object) => [{ name: "dev", ...fields }];
  const ak = { access_key_id: "LTAIdev", access_key_secret: "secret-of-dev" };

  test.each(["AK", "ak", "Ak", ""])("of the mode %j is a fixed key", async (mode) => {
    expect((await won(only({ mode, ...ak }), {}))[1]).toBe("LTAIdev");
  });

  test.each(["StsToken", "ststoken", ""])("of the mode %j with a token brings it", async (mode) => {
    const { provider } = await resolve(only({ mode, ...ak, sts_token: "token" }));
    expect(await provider()).toMatchObject({ securityToken: "token" });
  });

  test("that lacks its secret never takes it from elsewhere", async () => {
    const error = await errorOf(only({ mode: "AK", access_key_id: "LTAIdev" }), {}, { profile: "dev" });
    expect(error.message).toContain("has no access_key_secret");
  });

  test("of the mode External is refused in so many words", async () => {
    const error = await errorOf(only({ mode: "External", process_command: "print-the-secret" }));
    expect(error.message).toContain("runs no such command");
    expect(JSON.stringify([error.message, error.tryThis])).not.toContain("print-the-secret");
  });

  test.each(["BearerToken", "Anonymous", "RsaKeyPair"])("of the mode %s is refused", async (mode) => {
    expect((await errorOf(only({ mode, ...ak }))).code).toBe("profile-mode");
  });

  test("of a signed-in user serves until the sign-in expires", async () => {
    const signedIn = { mode: "CloudSSO", ...ak, sts_token: "token" };
    expect((await won(only({ ...signedIn, sts_expiration: 1_700_000_001 })))[1]).toBe("LTAIdev");
    expect((await errorOf(only({ ...signedIn, sts_expiration: 1_699_999_999 }))).code).toBe("credentials-expired");
  });

  test("that is its own source in the end is an error, not a loop", async () => {
    const role = { mode: "ChainableRamRoleArn", ram_role_arn: "acs:ram::1:role/x" };
    const circle = [
      { name: "dev", source_profile: "b", ...role },
      { name: "b", source_profile: "dev", ...role },
    ];
    expect((await errorOf(circle)).message).toBe("The source profiles go in a circle: dev → b → dev");
  });

  test("that is not there is named together with those that are", async () => {
    const error = await errorOf([prod, dev], {}, { profile: "prd" });
    expect(error.message).toContain("no profile prd");
    expect(error.tryThis.map(plain).join()).toContain("prod, dev");
  });

  test("named without any file says so", async () => {
    expect((await errorOf(undefined, {}, { profile: "prod" })).message).toContain(config);
  });
});

describe("a damaged file", () => {
  test("is never quoted: it holds secrets", async () => {
    const error = await errorOf('{"profiles": [\n{"access_key_secret": "secret-of-prod" oops}]}');
    expect(error.code).toBe("profile-file-damaged");
    expect(error.message).toContain(config);
    expect(JSON.stringify([error.message, error.tryThis, String(error.cause), error.stack])).not.toContain("secret-of");
  });

  test("that cannot be read is no missing file", async () => {
    const readFile = () => Promise.reject(Object.assign(new Error("denied"), { code: "EACCES" }));
    expect((await errorOf([dev], {}, { readFile })).code).toBe("profile-file-unreadable");
  });
});

test("without any key the error says three ways on", async () => {
  const error = await errorOf(undefined);
  expect(error.code).toBe("no-credentials");
  expect(error.tryThis.map(plain).join()).toMatch(/aliyun configure.*ALIBABA_CLOUD_ACCESS_KEY_ID.*--simulate/s);
});
