import { contains, overlaps, type Prefix, parsePrefix } from "../cidr.ts";
import { CCN_CIDR_QUOTA } from "./quotas.ts";
import { refusal, type SmartagCode } from "./refusals.ts";

function readList(block: string, longestMask: number, code: SmartagCode): Prefix[] {
  return block.split(",").map((text) => {
    const prefix = parsePrefix(text);
    if (prefix === undefined || prefix.mask < 8 || prefix.mask > longestMask) throw refusal(code);
    return prefix;
  });
}

function haveClash(prefixes: readonly Prefix[]): boolean {
  return prefixes.some((one, index) => prefixes.slice(index + 1).some((other) => overlaps(one, other)));
}

/** Masks 8 to 24, at most five. Source: quota page, current; 2021 guide. */
export function requireCcnCidrs(block: string): Prefix[] {
  const prefixes = readList(block, 24, "CCN.InvalidCidr");
  if (haveClash(prefixes)) throw refusal("CCN.InvalidCidr");
  if (prefixes.length > CCN_CIDR_QUOTA) throw refusal("CCN.CidrAmountLimit");
  return prefixes;
}

/** Masks 8 to 30, within the CCN's own blocks. Source: 2021 guide. */
export function requireSnatCidrs(block: string, within: readonly Prefix[]): void {
  if (block === "") return;
  const prefixes = readList(block, 30, "CCN.InvalidSnatCidr");
  const isInside = (prefix: Prefix) => within.some((outer) => contains(outer, prefix));
  if (!prefixes.every(isInside)) throw refusal("CCN.InvalidSnatCidr");
  if (haveClash(prefixes)) throw refusal("CCN.SnatCidrConflict");
}
