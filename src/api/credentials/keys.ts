import type { AccountName } from "../../keys.ts";

/** What a request is signed with. Never printed, never kept. */
export interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** The keys of an account of the network file, fresh for each request: roles expire. */
export type KeysOf = (account: AccountName) => Promise<Keys>;
