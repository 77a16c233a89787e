import type { Environment } from "../api/credentials/environment-keys.ts";
import { environmentKeys } from "../api/credentials/environment-keys.ts";
import type { Keys } from "../api/credentials/keys.ts";
import type { AccountName } from "../keys.ts";
import type { Network } from "../network/network.ts";
import type { CloudKey } from "../simulator/cloud-control.ts";
import { say } from "../text.ts";
import type { KeyRing } from "./key-ring.ts";

/** The scenario's own keys; where the environment has one of them, that one only: so two people work on one served cloud. */
export async function openSimulatedKeys(
  keys: readonly CloudKey[],
  network: Network,
  env: Environment,
): Promise<KeyRing & { readonly keyOf: (account: AccountName) => CloudKey | undefined }> {
  const own = await keyInEnvironment(keys, env);
  let atHand = network.hub;
  const keyOf = (account: AccountName) => {
    if (own) return account === atHand ? own.of : undefined;
    return chooseKey(keys, network, account);
  };
  return {
    keyOf,
    keysOf: async (account) => {
      const key = keyOf(account);
      if (own && key) return own.signs;
      return { accessKeyId: key?.keyId ?? "", accessKeySecret: key?.secret ?? "" };
    },
    holds: (account) => keyOf(account) !== undefined,
    keySource: async () => ({ said: own?.said ?? say`the scenario's own key`, isNamed: false }),
    useKeyFor: (account) => {
      atHand = account;
    },
    keysHere: async () => (own ? [atHand] : [...new Set(keys.map((key) => key.account))]),
    profileOf: () => undefined,
  };
}

/** A real key in the environment is none of a simulated cloud's business, and never sent there. */
async function keyInEnvironment(keys: readonly CloudKey[], env: Environment) {
  const found = environmentKeys(env);
  const signs: Keys | undefined = await found?.provider();
  const of = keys.find((key) => key.keyId === signs?.accessKeyId);
  return found && signs && of ? { said: found.source, signs, of } : undefined;
}

/** By the account's name, by its uid, else the first account for the hub. */
function chooseKey(keys: readonly CloudKey[], network: Network, account: AccountName): CloudKey | undefined {
  const uid = network.accounts.find((one) => one.name === account)?.uid;
  return (
    keys.find((key) => key.uid === uid) ??
    keys.find((key) => uid === undefined && key.account === account) ??
    (account === network.hub ? keys[0] : undefined)
  );
}
