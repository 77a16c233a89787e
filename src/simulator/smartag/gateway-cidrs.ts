import { anyOverlap, overlaps, type Prefix, parsePrefix } from "../cidr.ts";
import type { World } from "../world.ts";
import { CIDR_QUOTA } from "./quotas.ts";
import { refusal } from "./refusals.ts";
import type { Ccn, Gateway } from "./things.ts";

/** Masks 8 to 32. Source: 2021 guide. Assumption: host bits are refused; the pages show them and say nothing. */
function readPrefix(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined || prefix.mask < 8) throw refusal("InvalidCidr");
  return prefix;
}

function requireDisjoint(prefixes: readonly Prefix[]): void {
  const clash = prefixes.some((one, index) => prefixes.slice(index + 1).some((other) => overlaps(one, other)));
  if (clash) throw refusal("CidrConflict");
}

/** The comma-separated list of a request, refused as the page says. */
export function readCidrs(block: string): string[] {
  if (block === "") throw refusal("SAG.CidrEmpty");
  const cidrs = block.split(",");
  const prefixes = cidrs.map(readPrefix);
  requireDisjoint(prefixes);
  if (cidrs.length > CIDR_QUOTA) throw refusal("SAG.CidrAmountLimit");
  return cidrs;
}

/** Gateways of one CCN must not overlap, nor one with the CCN's SNAT block. */
export function requireRoomOnCcn(world: World, gateway: Pick<Gateway, "id" | "cidrs">, ccnId: string): void {
  const others = world.all<Gateway>("gateway").filter((one) => one.ccnId === ccnId && one.id !== gateway.id);
  if (others.some((other) => anyOverlap(other.cidrs, gateway.cidrs))) throw refusal("CidrConflict");
  const snat = world.find<Ccn>("ccn", ccnId)?.snatCidrBlock ?? "";
  if (snat !== "" && anyOverlap(snat.split(","), gateway.cidrs)) throw refusal("SAG.ConflictCidr.CcnSnatCidr");
}
