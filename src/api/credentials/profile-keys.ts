import { say } from "../../text.ts";
import { type CliConfig, credentialsError, findProfile, type Profile } from "./cli-config.ts";
import type { Keys } from "./keys.ts";
import { assumeRole, assumeRoleWithToken, fromUri, instanceRole, type Provider, type Role } from "./role-keys.ts";

interface Found {
  readonly config: CliConfig;
  readonly profile: Profile;
  readonly name: string;
  /** Names on the way here, against a circle of source profiles. */
  readonly behind: readonly string[];
  now(): number;
}

type Mode = (found: Found) => Provider;

// Modes of the aliyun CLI, in small letters: the CLI itself takes them in any case.
const modes: Readonly<Record<string, Mode>> = {
  ak: (found) => fixed(staticKeys(found)),
  ststoken: (found) => fixed({ ...staticKeys(found), securityToken: need(found, "sts_token") }),
  ramrolearn: (found) => assumeRole(fixed(withToken(found)), roleOf(found)),
  ecsramrole: (found) => instanceRole(need(found, "ram_role_name")),
  ramrolearnwithrolename: (found) => assumeRole(instanceRole(need(found, "ram_role_name")), roleOf(found)),
  chainableramrolearn: (found) => assumeRole(sourceOf(found), roleOf(found)),
  oidc: (found) =>
    assumeRoleWithToken(roleOf(found), {
      arn: need(found, "oidc_provider_arn"),
      tokenFile: need(found, "oidc_token_file"),
    }),
  credentialsuri: (found) => fromUri(need(found, "credentials_uri")),
  cloudsso: (found) => cached(found),
  oauth: (found) => cached(found),
};

/** The keys of a profile of the aliyun CLI, whatever its mode; throws for a mode that sagctl does not serve. */
export function profileKeys(config: CliConfig, name: string, now: () => number): Provider {
  return keysOf({ config, name, profile: findProfile(config, name), behind: [], now });
}

function keysOf(found: Found): Provider {
  const mode = modeOf(found.profile);
  const make = modes[mode.toLowerCase()];
  if (make) return make(found);
  const why =
    mode.toLowerCase() === "external"
      ? say`Profile ${found.name} gets its key from a command (mode External), and sagctl runs no such command`
      : say`Profile ${found.name} is of the mode ${mode}, which sagctl does not serve`;
  throw credentialsError("profile-mode", why, [
    say`Give the keys by ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN)`,
    say`Or name a profile of the mode AK, StsToken, RamRoleArn, EcsRamRole or OIDC with --profile`,
  ]);
}

// Old files have no mode; the CLI then guesses it from what is there.
function modeOf(profile: Profile): string {
  if (field(profile, "mode") !== "") return field(profile, "mode");
  if (field(profile, "ram_role_arn") !== "") return "RamRoleArn";
  return field(profile, "sts_token") === "" ? "AK" : "StsToken";
}

function staticKeys(found: Found): Keys {
  return { accessKeyId: need(found, "access_key_id"), accessKeySecret: need(found, "access_key_secret") };
}

function withToken(found: Found): Keys {
  const securityToken = field(found.profile, "sts_token");
  return { ...staticKeys(found), ...(securityToken === "" ? {} : { securityToken }) };
}

// The CLI signs in and keeps the keys in its file until they expire; sagctl neither signs in nor writes there.
function cached(found: Found): Provider {
  const until = Number(found.profile.sts_expiration ?? 0) * 1_000;
  return async () => {
    if (until > found.now()) return withToken(found);
    throw credentialsError("credentials-expired", say`The sign-in of profile ${found.name} has expired`, [
      say`Sign in again: aliyun sts GetCallerIdentity --profile ${found.name}`,
    ]);
  };
}

function sourceOf(found: Found): Provider {
  const name = need(found, "source_profile");
  const behind = [...found.behind, found.name];
  if (behind.includes(name)) {
    throw credentialsError(
      "profile-circle",
      say`The source profiles go in a circle: ${[...behind, name].join(" → ")}`,
      [say`Mend source_profile in ${found.config.path}`],
    );
  }
  return keysOf({ ...found, name, profile: findProfile(found.config, name), behind });
}

function roleOf(found: Found): Role {
  const optional = (name: string) => field(found.profile, name);
  const [stsRegion, stsEndpoint, externalId] = ["sts_region", "sts_endpoint", "external_id"].map(optional);
  return {
    arn: need(found, "ram_role_arn"),
    session: optional("ram_session_name") || "sagctl",
    seconds: Number(found.profile.expired_seconds ?? 0),
    ...(stsRegion ? { stsRegion } : {}),
    ...(stsEndpoint ? { stsEndpoint } : {}),
    ...(externalId ? { externalId } : {}),
  };
}

const fixed =
  (keys: Keys): Provider =>
  async () =>
    keys;

function field(profile: Profile, name: string): string {
  const value = profile[name];
  return typeof value === "string" ? value : "";
}

function need(found: Found, name: string): string {
  const value = field(found.profile, name);
  if (value !== "") return value;
  throw credentialsError("profile-incomplete", say`Profile ${found.name} of ${found.config.path} has no ${name}`, [
    say`Fill it in: aliyun configure --profile ${found.name}`,
  ]);
}
