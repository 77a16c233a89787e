import { createHash } from "node:crypto";
import type { SimAccount, SimKey, World } from "../world.ts";

/** The key that signed; it was found once already when the signature was checked. */
export function keyOf(world: World, uid: string, keyId: string): { account: SimAccount; key: SimKey } {
  const account = world.account(uid);
  const key = account.keys.find((candidate) => candidate.id === keyId);
  if (key === undefined) throw new Error(`account ${account.name} has no key ${keyId}`);
  return { account, key };
}

/** RAM user ids have 18 digits; the same user always gets the same. */
export function ramUserId(uid: string, user: string): string {
  const number = createHash("sha256").update(`${uid}/${user}`).digest().readUIntBE(0, 6);
  return `2${String(number).padStart(17, "0")}`;
}
