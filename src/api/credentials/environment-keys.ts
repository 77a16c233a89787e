import { say, type Text } from "../../text.ts";
import { credentialsError } from "./cli-config.ts";
import { assumeRoleWithToken, type Provider } from "./role-keys.ts";

/** The environment, as `process.env` has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

// The SDKs read the first one; the aliyun CLI and Terraform read the other two as well.
const prefixes = ["ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD"] as const;

/** Keys that the environment gives; id and secret always under one prefix, so that no two accounts are mixed. */
export function environmentKeys(env: Environment): { readonly source: Text; readonly provider: Provider } | undefined {
  for (const prefix of prefixes) {
    const found = fixedKeys(env, prefix);
    if (found) return found;
  }
  return tokenKeys(env);
}

/** The first of the names that is set, without regard to its prefix. */
export function anyOf(env: Environment, name: string): string | undefined {
  return prefixes.map((prefix) => env[`${prefix}_${name}`]).find((value) => value);
}

function fixedKeys(
  env: Environment,
  prefix: string,
): { readonly source: Text; readonly provider: Provider } | undefined {
  const idName = `${prefix}_ACCESS_KEY_ID`;
  const secretName = `${prefix}_ACCESS_KEY_SECRET`;
  const accessKeyId = env[idName];
  const accessKeySecret = env[secretName];
  const securityToken = env[`${prefix}_SECURITY_TOKEN`];
  if (!accessKeyId && !accessKeySecret) return undefined;
  if (!accessKeyId || !accessKeySecret) {
    const [set, missing] = accessKeyId ? [idName, secretName] : [secretName, idName];
    throw credentialsError("credentials-incomplete", say`${set} is set and ${missing} is not`, [
      say`Set both, or unset ${set} to use a profile`,
    ]);
  }
  const keys = { accessKeyId, accessKeySecret, ...(securityToken ? { securityToken } : {}) };
  return { source: say`environment (${idName})`, provider: async () => keys };
}

function tokenKeys(env: Environment): { readonly source: Text; readonly provider: Provider } | undefined {
  const arn = env.ALIBABA_CLOUD_ROLE_ARN;
  const providerArn = env.ALIBABA_CLOUD_OIDC_PROVIDER_ARN;
  const tokenFile = env.ALIBABA_CLOUD_OIDC_TOKEN_FILE;
  if (!arn || !providerArn || !tokenFile) return undefined;
  const session = env.ALIBABA_CLOUD_ROLE_SESSION_NAME || "sagctl";
  return {
    source: say`environment (ALIBABA_CLOUD_OIDC_TOKEN_FILE)`,
    provider: assumeRoleWithToken({ arn, session }, { arn: providerArn, tokenFile }),
  };
}
