import { readCallerIdentity } from "../api/sts.ts";
import type { SharedReads } from "../engine/shared-reads.ts";
import { SagctlError } from "../errors.ts";
import type { AccountName } from "../keys.ts";
import type { Account, Network } from "../network/network.ts";
import { plain, say } from "../text.ts";
import type { OpenCloud } from "./context.ts";

/** Which accounts this run can speak for, with the account id that the service gives for each key. */
export type Recognised = ReadonlyMap<AccountName, string>;

/** Asks the service whose each key is: a key of another account would find nothing, and buy everything again. */
export async function recogniseKeys(network: Network, cloud: OpenCloud, reads: SharedReads): Promise<Recognised> {
  const uidOf = async (account: AccountName) => (await reads.read(readCallerIdentity({ account }), 0)).accountId;
  const found = new Map<AccountName, string>();
  const uid = await uidOf(network.hub);
  const owner = await giveKeyToItsOwner(uid, network, cloud);
  found.set(owner, uid);
  for (const { name } of network.accounts.filter((one) => one.name !== owner && cloud.holds(one.name))) {
    found.set(name, await uidOf(name));
  }
  for (const [name, one] of found) checkAccount(name, one, network);
  checkDifferent(found, network);
  return found;
}

/** The key at hand, taken for the hub's so far, goes to the account that it belongs to. */
export async function giveKeyToItsOwner(uid: string, network: Network, cloud: OpenCloud): Promise<AccountName> {
  const owner = await ownerOf(uid, network, cloud);
  if (owner !== network.hub) cloud.useKeyFor(owner);
  return owner;
}

/** The key at hand is the hub's, unless its account id is that of another one; a profile that the file names stays where it is named. */
async function ownerOf(uid: string, network: Network, cloud: OpenCloud): Promise<AccountName> {
  const said = saidOf(network, network.hub);
  const other = network.accounts.find((one) => one.uid === uid && one.name !== network.hub);
  if (said === undefined || said === uid || !other) return network.hub;
  const { isNamed } = await cloud.keySource(network.hub);
  return isNamed ? network.hub : other.name;
}

function saidOf(network: Network, name: AccountName): string | undefined {
  return network.accounts.find((account) => account.name === name)?.uid;
}

function checkAccount(name: AccountName, uid: string, network: Network): void {
  const said = saidOf(network, name);
  if (said === undefined || said === uid) return;
  const others = network.accounts.filter((one) => one.uid !== undefined && one.name !== name);
  const where = network.file === undefined ? "the command line" : "the network file";
  const named = [{ name, uid: said }, ...others].map(accountWords).join(", and ");
  throw wrongAccount(plain(say`The key belongs to account ${uid}, but ${where} names ${named}`), network);
}

/** `1000000000000001 for hub`; an account that has no other name than its id is that alone. */
function accountWords({ name, uid = "" }: Account): string {
  return name === uid ? uid : `${uid} for ${name}`;
}

/** Two names for one account: what one of them grants, the other would ask of itself. */
function checkDifferent(found: Recognised, network: Network): void {
  const names = [...found.keys()];
  for (const [at, name] of names.entries()) {
    const other = names.slice(0, at).find((one) => found.get(one) === found.get(name));
    if (other === undefined) continue;
    throw wrongAccount(
      plain(say`The keys of ${other} and ${name} are both of account ${found.get(name) ?? ""}`),
      network,
    );
  }
}

function wrongAccount(message: string, { accounts, file }: Network): SagctlError {
  const profiles =
    accounts.length > 1 && file !== undefined
      ? say`Or correct accounts: {…: {profile: …, uid: …}} in the network file`
      : undefined;
  return new SagctlError({
    kind: "guard",
    code: "wrong-account",
    message: say`${message}`,
    tryThis: [
      say`Use the right key: --profile NAME; which one is used now: sagctl whoami`,
      ...(profiles ? [profiles] : []),
    ],
  });
}
