import type { KeysOf } from "../api/credentials/keys.ts";
import type { KeySource } from "../commands/context.ts";
import type { AccountName } from "../keys.ts";

/** The keys of a run. One of them is at hand (flag, environment, current profile), and may turn out to be any account's. */
export interface KeyRing {
  readonly keysOf: KeysOf;
  holds(account: AccountName): boolean;
  keySource(account: AccountName): Promise<KeySource>;
  /** The key at hand is this account's; until then it is taken for the hub's. */
  useKeyFor(account: AccountName): void;
  /** All accounts that this machine has keys of; from then on they are held under these names. */
  keysHere(): Promise<readonly AccountName[]>;
  /** The profile of ~/.aliyun/config.json that an account's key is; undefined where it is none. */
  profileOf(account: AccountName): string | undefined;
}
