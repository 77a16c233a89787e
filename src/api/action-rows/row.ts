import type { LockKey } from "../../keys.ts";
import type { Bills, Params, Product, Repeat } from "../call.ts";

/** What a service's own codes mean for one write. */
interface ActionCodes {
  /** It stands already (or is gone already): as good as answered. */
  readonly already: readonly string[];
  /** Somebody works on it: the same call may be sent again. */
  readonly busy: readonly string[];
  /** A definite "no" before anything was committed that no general rule covers. */
  readonly refused: readonly string[];
}

/** One row per write: the only place that says how it may be repeated, what it locks and what it needs. */
export interface ActionRow {
  readonly product: Product;
  readonly action: string;
  readonly repeat: Repeat;
  readonly bills: Bills;
  /** The RAM action. */
  readonly permission: string;
  readonly codes: ActionCodes;
  locks(params: Params): readonly LockKey[];
}

interface RowParts extends Partial<ActionCodes> {
  readonly bills?: Bills;
  readonly locks?: (params: Params) => readonly LockKey[];
}

const prefixes = { Smartag: "smartag", Cbn: "cen", Vpc: "vpc", Ecs: "ecs", Sts: "sts", BssOpenApi: "bss" } as const;

/** The RAM action of most calls: the product's prefix, and the action as it is called. */
export function plainPermission(product: Product, action: string): string {
  return `${prefixes[product]}:${action}`;
}

/** A row with what is usual: it is free, locks nothing by its parameters, and has no codes of its own. */
export function row(product: Product, action: string, repeat: Repeat, parts: RowParts = {}): ActionRow {
  const { bills = "nothing", locks = () => [], already = [], busy = [], refused = [] } = parts;
  const permission = plainPermission(product, action);
  return { product, action, repeat, bills, permission, locks, codes: { already, busy, refused } };
}

/** Locks that single parameters name: `locking("cen", "CenId")` gives `cen:cen-…`. */
export function locking(...pairs: readonly (readonly [kind: string, param: string])[]) {
  return (params: Params): readonly LockKey[] => pairs.map(([kind, param]) => `${kind}:${params[param]}`);
}
