import { readFile } from "node:fs/promises";
import { readCliConfig } from "../api/credentials/cli-config.ts";
import { anyOf } from "../api/credentials/environment-keys.ts";
import { type ResolvedCredentials, resolveCredentials } from "../api/credentials/resolve.ts";
import type { Flags } from "../commands/flags.ts";
import type { Host } from "../host.ts";
import type { AccountName } from "../keys.ts";
import type { Network } from "../network/network.ts";
import type { KeyRing } from "./key-ring.ts";

const read = (path: string) => readFile(path, "utf8");

/** Keys as aliyun CLI users have them; a profile that the network file names for an account counts where this machine has it. */
export async function openRealKeys(flags: Flags, host: Host, network: Network): Promise<KeyRing> {
  const profiles = await profilesHere(host, network);
  const known = new Map<AccountName, Promise<ResolvedCredentials>>();
  let atHand = network.hub;
  const sources = { home: host.home, readFile: read };
  const resolve = (account: AccountName): Promise<ResolvedCredentials> => {
    const profileInFile = profiles.get(account);
    // The environment's key is one account's; with it, every account would look alike.
    const own = account === atHand ? { env: host.env, ...profileOf(flags) } : { env: {} };
    const named = profileInFile === undefined ? {} : { profileInFile };
    const resolved = known.get(account) ?? resolveCredentials({ ...sources, ...own, ...named });
    known.set(account, resolved);
    return resolved;
  };
  return {
    keysOf: async (account) => (await resolve(account)).provider(),
    holds: (account) => account === atHand || profiles.has(account),
    keySource: async (account) => {
      const { source, isNamed = false } = await resolve(account);
      return { said: source, isNamed };
    },
    useKeyFor: (account) => {
      known.set(account, resolve(atHand));
      known.delete(atHand);
      atHand = account;
    },
    keysHere: async () => {
      const config = await readCliConfig(host.home, read);
      const inUse = flags.profile ?? profiles.get(atHand) ?? anyOf(host.env, "PROFILE") ?? config?.current;
      const names = (config?.profiles ?? []).map((one) => String(one.name)).filter((name) => name !== inUse);
      for (const name of names) if (!profiles.has(name)) profiles.set(name, name);
      return names;
    },
    profileOf: (account) => profiles.get(account),
  };
}

function profileOf({ profile }: Flags): { readonly profile?: string } {
  return profile === undefined ? {} : { profile };
}

/** Of several accounts each operator has some keys only; the one profile of a file with one account must be here. */
async function profilesHere(host: Host, { accounts }: Network): Promise<Map<AccountName, string>> {
  const named = accounts.flatMap(({ name, profile }) => (profile === undefined ? [] : [[name, profile] as const]));
  if (named.length === 0 || accounts.length === 1) return new Map(named);
  const config = await readCliConfig(host.home, read);
  const here = new Set(config?.profiles.map((one) => one.name));
  return new Map(named.filter(([, profile]) => here.has(profile)));
}
