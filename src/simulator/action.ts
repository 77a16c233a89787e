import type { ProductName } from "./product-name.ts";
import type { World } from "./world.ts";

/** A parameter of an action: its wire type, and whether the published model marks it required. */
export interface ParameterRule {
  readonly type: "string" | "integer" | "boolean" | "json" | "list";
  readonly required?: true;
  /** Flat members of a list's elements (`Tag.1.Key`); absent for a list of plain values. */
  readonly of?: Readonly<Record<string, ParameterRule>>;
  readonly oneOf?: readonly string[];
}

/** A request that has passed signature, action and parameter checks. */
export interface SimRequest {
  /** The account that signed, 16 digits. */
  readonly uid: string;
  /** The key it signed with. */
  readonly keyId: string;
  readonly action: string;
  readonly requestId: string;
  /** Decoded: numbers, booleans and lists are what the table says they are. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a call costs: INVENTED, in CNY, as all prices here. */
export interface Quote {
  /** What the order will stand in the ledger with. */
  readonly now: number;
  /** What is billed afterwards, for as long as it stands. */
  readonly later?: readonly { readonly price: number; readonly per: "month" | "hour" | "GB" }[];
}

/**
 * One action of the simulated cloud, one file each. The kernel has already verified the signature, refused unknown
 * parameters, and answered MissingParameter for a required one that is absent (`missing` says with which shape).
 */
export interface SimAction {
  readonly product: ProductName;
  readonly name: string;
  readonly kind: "read" | "write";
  /** RAM action, for denials: `smartag:ActivateSmartAccessGateway`. */
  readonly permission: string;
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  /** Where each behaviour is written: metadata, SDK model, page, provider source, thread, or assumption. */
  readonly evidence: string;
  /** A DryRun that would succeed is answered with a bare RequestId; otherwise it is refused with DryRunOperation. */
  readonly dryRun?: "answered";
  /** HTTP status and code for an absent required parameter; default 400 `MissingParameter`. */
  readonly missing?: { readonly status: number; readonly code: string };
  /**
   * Answers, or throws a Refusal: then nothing of what it did to the world stays. RequestId is added by the kernel, as are
   * ClientToken and DryRun where the table has them. An account id that the published model types as a number is
   * `Number(uid)`. What a write holds while its transition lasts is taken with `world.hold`.
   */
  handle(world: World, request: SimRequest): Record<string, unknown>;
  /** For what costs money: the price that `handle` orders at, without ordering. Draws nothing and changes nothing. */
  quote?(world: World, request: SimRequest): Quote;
}

/** The service's refusal: thrown by `handle`, sent as the ordinary RPC error body. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}
