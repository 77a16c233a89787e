import type { AccountName, ItemKey, LockKey } from "../keys.ts";
import type { Text } from "../text.ts";

/** A product of Alibaba Cloud, as its API is called; `client/endpoints.ts` has the version and host of each. */
export type Product = "Smartag" | "Cbn" | "Vpc" | "Ecs" | "Sts" | "BssOpenApi";

/** Request parameters as the service spells them; lists are arrays and are flattened to `Name.1.Key` on the wire. */
export type Param = string | number | boolean | readonly (string | Params)[];

/** The parameters of a call, or the members of one element of a list. */
export interface Params {
  readonly [name: string]: Param;
}

/** A request as data: what `plan` prints, what a test asserts and what is sent are this one object. Nothing in it is undefined. */
export interface ApiCall {
  readonly product: Product;
  readonly action: string;
  readonly account: AccountName;
  /** The region whose endpoint serves the call. */
  readonly region: string;
  readonly params: Params;
  /** Milliseconds since 1970 to sign with; a purchase is signed with its intent's time so that D really is 15 minutes. */
  readonly signedAt?: number;
}

/** A JSON body, already plain: account ids and other long numbers are strings. */
export interface Reply {
  readonly [field: string]: unknown;
}

/** A call that changes nothing, and how its answer is read. `readAll` carries it out, and throws where it cannot. */
export interface Read<T> {
  readonly call: ApiCall;
  /** Pure; of all pages, in order. */
  take(pages: readonly Reply[]): T;
  /** The call for the page behind this one; undefined: it was the last. Absent: there is one page only. */
  next?(last: Reply): ApiCall | undefined;
  /** What a thing not made yet contains; taken when the call holds a `later()`. */
  readonly none: T;
}

/**
 * How a write may be repeated. token: with the same ClientToken; keyed: harmlessly, or recognisably refused;
 * marker: never, since a repeat makes a second one.
 */
export type Repeat = "token" | "keyed" | "marker";

/** What a write may be charged for: as an order, of which there may be a second one; by use, of a thing that can be there once only. */
export type Bills = "order" | "use" | "nothing";

/** A call that changes something, with what the table of writes says of it. Made by `makeWrite`, sent by the engine alone. */
export interface Write {
  readonly call: ApiCall;
  readonly repeat: Repeat;
  readonly locks: readonly LockKey[];
  /** The RAM action, for example `smartag:ActivateSmartAccessGateway`. */
  readonly permission: string;
  readonly bills: Bills;
}

/** Why a call was not simply answered: the service's own words, without anything secret or personal. */
export interface CallError {
  /** Exactly the service's spelling; `sagctl.…` when there was no answer to read one from. */
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly httpStatus?: number;
  readonly product: Product;
  readonly action: string;
  /** What to do, where the trouble lies here and not with the service: a profile that has expired. */
  readonly tryThis?: readonly Text[];
}

/** What became of a call, decided by its Code and never by the HTTP status alone. */
export type Outcome =
  | { readonly is: "answered"; readonly reply: Reply }
  | { readonly is: "already"; readonly error: CallError }
  | { readonly is: "busy"; readonly error: CallError; readonly afterMs?: number }
  | { readonly is: "refused" | "unsent" | "unknown"; readonly error: CallError };

/** A probe changes nothing of the cloud's, and is no read: it is sent once, by the probe port, with a consent of its own. */
export type CallKind = "read" | "write" | "probe";

/** One request that left, without anything secret or personal. */
export interface SentCall {
  readonly call: ApiCall;
  readonly kind: CallKind;
  readonly outcome: Outcome["is"];
  /** "" when it was answered. */
  readonly code: string;
  readonly requestId: string;
}

/** The one way to the cloud; wrappers each turn a Cloud into a Cloud. A write under way is never abandoned, so there is no signal. */
export interface Cloud {
  send(call: ApiCall): Promise<Outcome>;
  /** The service's clock, from its last Date header: milliseconds since 1970. */
  serverNow(): number;
}

const LATER = /^<[^<>]+\.[A-Za-z]+>$/;

/** Stands in a plan for an id still to come, and is never sent: `<cen/global.id>`. */
export function later(key: ItemKey, field: string): string {
  return `<${key}.${field}>`;
}

/** Whether this stands for an id still to come: what holds it is not sent. */
export function isLater(value: unknown): boolean {
  return typeof value === "string" && LATER.test(value);
}

/** Filled in by the runner alone, from the intent that is already on disk. */
export const TOKEN = "<token>";
/** Filled in by the runner alone: the mark by which sagctl knows its own purchase again. */
export const MARKER = "<marker>";
