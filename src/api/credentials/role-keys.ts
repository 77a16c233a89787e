import { say } from "../../text.ts";
import { credentialsError } from "./cli-config.ts";
import type { Keys } from "./keys.ts";

/** Keys that stay, or are fetched anew when they run out. */
export type Provider = () => Promise<Keys>;

export interface Role {
  readonly arn: string;
  readonly session: string;
  readonly seconds?: number;
  readonly stsRegion?: string;
  readonly stsEndpoint?: string;
  readonly externalId?: string;
}

type Library = Omit<typeof import("@alicloud/credentials"), "default">;
interface Source {
  getCredentials(): Promise<{ accessKeyId?: string; accessKeySecret?: string; securityToken?: string }>;
}

/** Keys of a role, taken on with the keys of `base`. */
export function assumeRole(base: Provider, role: Role): Provider {
  return fetched(role.arn, async (library) => {
    const builder = library.RAMRoleARNCredentialsProvider.builder()
      .withCredentialsProvider({ getCredentials: base, getProviderName: () => "sagctl" } as never)
      .withRoleArn(role.arn)
      .withRoleSessionName(role.session)
      .withDurationSeconds(lifetime(role.seconds));
    if (role.stsRegion) builder.withStsRegionId(role.stsRegion);
    if (role.stsEndpoint) builder.withStsEndpoint(role.stsEndpoint);
    if (role.externalId) builder.withExternalId(role.externalId);
    return builder.build();
  });
}

/** Keys of a role, taken on with a token of an identity provider. */
export function assumeRoleWithToken(role: Role, oidc: { readonly arn: string; readonly tokenFile: string }): Provider {
  return fetched(role.arn, async (library) => {
    const builder = library.OIDCRoleArnCredentialsProvider.builder()
      .withOIDCProviderArn(oidc.arn)
      .withOIDCTokenFilePath(oidc.tokenFile)
      .withRoleArn(role.arn)
      .withRoleSessionName(role.session)
      .withDurationSeconds(lifetime(role.seconds));
    if (role.stsRegion) builder.withStsRegionId(role.stsRegion);
    return builder.build();
  });
}

/** Keys of the role of the ECS instance that this runs on. */
export function instanceRole(name: string): Provider {
  return fetched(name, async (library) => library.ECSRAMRoleCredentialsProvider.builder().withRoleName(name).build());
}

/** Keys from a service of one's own that hands them out. */
export function fromUri(uri: string): Provider {
  return fetched("the credentials URI", async (library) =>
    library.URICredentialsProvider.builder().withCredentialsURI(uri).build(),
  );
}

/** Keys of a section of ~/.alibabacloud/credentials. */
export function fromIniFile(section: string): Provider {
  return fetched(section, async (library) =>
    library.ProfileCredentialsProvider.builder().withProfileName(section).build(),
  );
}

// The library asks for a new key when less than 900 seconds are left: a role of exactly 900 would ask at every call.
function lifetime(seconds: number | undefined): number {
  return Math.max(1_000, seconds || 3_600);
}

function fetched(what: string, make: (library: Library) => Promise<Source>): Provider {
  let source: Promise<Source> | undefined;
  return async () => {
    try {
      source ??= import("@alicloud/credentials").then(make);
      return keysOf(await (await source).getCredentials());
    } catch (error) {
      throw notHad(what, error);
    }
  };
}

function keysOf(had: Awaited<ReturnType<Source["getCredentials"]>>): Keys {
  const { accessKeyId = "", accessKeySecret = "", securityToken } = had;
  return { accessKeyId, accessKeySecret, ...(securityToken ? { securityToken } : {}) };
}

// The library's errors hold the whole request and answer, so only a Code is kept.
function notHad(what: string, error: unknown): Error {
  const code = /"?Code"?\s*[:=]\s*"?([A-Za-z][A-Za-z.]{2,60})/.exec(String(error))?.[1];
  const because = code === undefined ? "" : ` (${code})`;
  return credentialsError("credentials-not-had", say`No key could be had for ${what}${because}`, [
    say`Check that the role exists and that this identity may take it on`,
    say`Which identity that is: sagctl whoami`,
  ]);
}
