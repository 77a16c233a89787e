import { describe, expect, it } from "vitest";
import { deafUrl } from "../../api/local-server.ts";
import type { TestHostParts } from "../../support/host.ts";
import { deadKey, homeWithConfig, homeWithProfiles } from "../../support/profiles.ts";
import { exampleWith, openOffice } from "./office.ts";

const commands = ["plan", "apply", "status", "verify", "undo", "whoami"];
const CONSENTS = ["--yes", "--approve-purchases", "--allow-shared"];

/** What the real cloud would be called with; nothing of these runs leaves the machine. */
async function withoutNetwork(parts: Omit<TestHostParts, "cwd">): Promise<Omit<TestHostParts, "cwd">> {
  return { ...parts, env: { HTTPS_PROXY: await deafUrl(), ...parts.env } };
}

interface Case {
  readonly what: string;
  readonly host: () => Omit<TestHostParts, "cwd">;
  readonly argv?: readonly string[];
  readonly text?: string;
  readonly says: readonly string[];
}

const incomplete: Readonly<Record<string, string>> = { ALIBABA_CLOUD_ACCESS_KEY_ID: deadKey.access_key_id };

const cases: readonly Case[] = [
  {
    what: "no key anywhere",
    host: () => ({}),
    says: ["There is no key to sign requests with", "aliyun configure", "ALIBABA_CLOUD_ACCESS_KEY_ID", "--simulate"],
  },
  {
    what: "half a key in the environment",
    host: () => ({ env: incomplete }),
    says: ["ALIBABA_CLOUD_ACCESS_KEY_ID is set and ALIBABA_CLOUD_ACCESS_KEY_SECRET is not", "Set both"],
  },
  {
    what: "a profile that is not there",
    host: () => ({ home: homeWithProfiles({ name: "prod", mode: "AK", ...deadKey }) }),
    argv: ["--profile", "prd"],
    says: ["prd", "prod"],
  },
  {
    what: "a profile of the network file and no config.json",
    host: () => ({}),
    text: exampleWith(`hub: { uid`, "hub: { profile: prod, uid"),
    says: ["so there is no profile prod", "aliyun configure --profile prod"],
  },
  {
    what: "a config.json that does not parse",
    host: () => ({
      home: homeWithConfig(`{"current":"prod","profiles":[{"access_key_secret":"${deadKey.access_key_secret}"`),
    }),
    says: ["config.json", "aliyun configure"],
  },
  {
    what: "a profile without its secret",
    host: () => ({ home: homeWithProfiles({ name: "prod", mode: "AK", access_key_id: deadKey.access_key_id }) }),
    says: ["Profile prod", "has no access_key_secret", "aliyun configure --profile prod"],
  },
  {
    what: "a sign-in that has expired",
    host: () => ({
      home: homeWithProfiles({
        name: "prod",
        mode: "CloudSSO",
        sts_token: "t",
        sts_expiration: 1_700_000_000,
        ...deadKey,
      }),
    }),
    says: ["The sign-in of profile prod has expired", "aliyun sts GetCallerIdentity --profile prod"],
  },
];

describe.each(commands)("sagctl %s on the real cloud, with", (command) => {
  it.each(cases)("$what, says what to do and exits 4", async ({ host, argv = [], text, says }) => {
    const office = openOffice({ host: await withoutNetwork(host()), ...(text === undefined ? {} : { text }) });
    const { code, words } = await office.run(command, ...CONSENTS, ...argv);
    for (const one of says) expect(words).toContain(one);
    expect(words).not.toContain(deadKey.access_key_secret);
    expect(code).toBe(4);
    office.expectNothingLost();
  });

  it("nobody to reach at the proxy, says so and exits 9, with nobody waiting for ever", async () => {
    const home = homeWithProfiles({ name: "prod", mode: "AK", region_id: "cn-hangzhou", ...deadKey });
    const office = openOffice({ host: await withoutNetwork({ home }) });
    const { code, words } = await office.run(command, ...CONSENTS);
    expect(words).toContain("No answer to Sts GetCallerIdentity: no way to the proxy (ECONNREFUSED)");
    expect(words).toContain("Check the network of this machine");
    expect(words).toContain("Run the same command again: it goes on from here");
    expect(words).not.toContain(deadKey.access_key_secret);
    expect(code).toBe(9);
    office.expectNothingLost();
  });
});
