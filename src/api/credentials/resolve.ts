import { join } from "node:path";
import { realClock } from "../../clock.ts";
import { say, type Text } from "../../text.ts";
import { type CliConfig, credentialsError, type ReadFile, readCliConfig, readIfThere } from "./cli-config.ts";
import { anyOf, type Environment, environmentKeys } from "./environment-keys.ts";
import { profileKeys } from "./profile-keys.ts";
import { fromIniFile, fromUri, instanceRole, type Provider } from "./role-keys.ts";

export interface CredentialSources {
  /** From `--profile`: beats everything. */
  readonly profile?: string;
  /** From the network file (`accounts: {hub: {profile: prod}}`): beaten by the environment's keys. */
  readonly profileInFile?: string;
  readonly env: Environment;
  readonly home: string;
  readonly readFile: ReadFile;
  /** Milliseconds since 1970; the real time unless given. */
  readonly now?: () => number;
}

export interface ResolvedCredentials {
  /** Which source won: "profile prod (--profile)". */
  readonly source: Text;
  readonly provider: Provider;
  /** It is the profile that the network file names. */
  readonly isNamed?: true;
}

/** Flag, then environment, then profile. Throws `denied` (exit 4) when there is no key, without a word out of any file. */
export async function resolveCredentials(from: CredentialSources): Promise<ResolvedCredentials> {
  if (from.profile !== undefined) return profileCredentials(from, from.profile, "--profile");
  const environment = environmentKeys(from.env);
  if (environment) return environment;
  return (await namedProfile(from)) ?? (await lastResorts(from)) ?? nothing(from);
}

async function namedProfile(from: CredentialSources): Promise<ResolvedCredentials | undefined> {
  if (from.profileInFile !== undefined) {
    return { ...(await profileCredentials(from, from.profileInFile, "network file")), isNamed: true };
  }
  if (isOn(anyOf(from.env, "IGNORE_PROFILE")) || isOn(from.env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED)) return undefined;
  const named = anyOf(from.env, "PROFILE");
  const config = await readCliConfig(from.home, from.readFile);
  const iniOnly = config === undefined && (await readIfThere(iniPath(from), from.readFile)) !== undefined;
  if (named !== undefined && !iniOnly) return profileCredentials(from, named, "ALIBABA_CLOUD_PROFILE");
  if (config === undefined || config.profiles.length === 0) return undefined;
  return ofProfile(from, config, config.current || "default", "current");
}

async function profileCredentials(from: CredentialSources, name: string, said: string): Promise<ResolvedCredentials> {
  const config = await readCliConfig(from.home, from.readFile);
  if (config !== undefined) return ofProfile(from, config, name, said);
  const path = join(from.home, ".aliyun", "config.json");
  throw credentialsError("profile-unknown", say`There is no ${path}, so there is no profile ${name}`, [
    say`Make it: aliyun configure --profile ${name}`,
  ]);
}

function ofProfile(from: CredentialSources, config: CliConfig, name: string, said: string): ResolvedCredentials {
  const provider = profileKeys(config, name, from.now ?? realClock.now);
  return { source: say`profile ${name} (${said})`, provider };
}

// Asked for by name only: looking for a metadata service that is not there takes seconds.
async function lastResorts(from: CredentialSources): Promise<ResolvedCredentials | undefined> {
  if ((await readIfThere(iniPath(from), from.readFile)) !== undefined) {
    const section = anyOf(from.env, "PROFILE") ?? "default";
    return { source: say`section ${section} of ${iniPath(from)}`, provider: fromIniFile(section) };
  }
  const { ALIBABA_CLOUD_ECS_METADATA: role, ALIBABA_CLOUD_CREDENTIALS_URI: uri } = from.env;
  if (role) return { source: say`instance role ${role} (ALIBABA_CLOUD_ECS_METADATA)`, provider: instanceRole(role) };
  return uri ? { source: say`ALIBABA_CLOUD_CREDENTIALS_URI`, provider: fromUri(uri) } : undefined;
}

function iniPath(from: CredentialSources): string {
  return from.env.ALIBABA_CLOUD_CREDENTIALS_FILE ?? join(from.home, ".alibabacloud", "credentials");
}

function nothing(from: CredentialSources): never {
  throw credentialsError("no-credentials", say`There is no key to sign requests with`, [
    say`Make a profile: aliyun configure (it is kept in ${join(from.home, ".aliyun", "config.json")})`,
    say`Or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET`,
    say`Or rehearse without any key: add --simulate`,
  ]);
}

const isOn = (value: string | undefined): boolean => value?.toLowerCase() === "true";
