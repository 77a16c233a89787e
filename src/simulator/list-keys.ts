import type { CloudKey } from "./cloud-control.ts";
import type { WorldState } from "./world.ts";

/** The keys that a scenario gives to people; those that AssumeRole issued stay with whom they were issued to. */
export function listKeys(state: WorldState): CloudKey[] {
  return state.accounts.flatMap(({ name: account, uid, keys }) => {
    const lasting = keys.filter((key) => key.securityToken === undefined);
    return lasting.map(({ id: keyId, secret, user }) => ({ account, uid, keyId, secret, ...(user ? { user } : {}) }));
  });
}
