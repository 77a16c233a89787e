import type { AccountName, LockKey } from "../keys.ts";
import { findAction } from "./actions.ts";
import type { ApiCall, Param, Product, Write } from "./call.ts";

/** Where Cbn and Sts calls go: both are central services with one host. */
export const CENTRAL = "central";

/** Whose key signs, and the region whose endpoint serves the call. */
export interface Place {
  readonly account: AccountName;
  readonly region: string;
}

type Loose = Readonly<Record<string, Param | undefined>>;

/** A call without its undefined parameters: on the wire they would become the text "undefined". */
export function makeCall(product: Product, action: string, place: Place, params: Loose): ApiCall {
  const { account, region } = place;
  const given = Object.entries(params).filter((entry): entry is [string, Param] => entry[1] !== undefined);
  return { product, action, account, region, params: Object.fromEntries(given) };
}

/** A write with everything that the table of actions says about it, and the locks that its parameters do not name. */
export function makeWrite(call: ApiCall, unnamed: readonly LockKey[] = []): Write {
  const row = findAction(call.product, call.action);
  if (row === undefined) throw new Error(`${call.product} ${call.action} is not in the table of writes`);
  const { repeat, permission, bills } = row;
  return { call, repeat, locks: [...row.locks(call.params), ...unnamed], permission, bills };
}
