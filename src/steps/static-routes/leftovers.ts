import type { GatewaySeen } from "../../api/gateways.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { overlaps } from "../../network/addresses.ts";
import { cidrsPerGateway } from "../../network/models.ts";
import type { Branch } from "../../network/network.ts";
import { say } from "../../text.ts";

/**
 * What the gateway has and the file does not name is kept, and may leave no room for what it names: the service takes no list
 * with blocks that overlap (CidrConflict), nor a longer one. `list`: all that would be set. Undefined: there is room.
 */
export function leftoversInTheWay(gateway: GatewaySeen, branch: Branch, list: readonly string[]): Verdict | undefined {
  const leftovers = list.filter((cidr) => !branch.cidrs.includes(cidr));
  const inTheWay = leftovers.filter((cidr) => branch.cidrs.some((wanted) => overlaps(wanted, cidr)));
  if (inTheWay.length > 0) {
    return guard(
      say`${gateway.id} has ${inTheWay.join(", ")}, which the file does not name, and which overlaps ${branch.cidrs.join(", ")} of ${branch.name}: the service takes no list with both`,
      say`If ${branch.name} needs no more than the file names: --replace removes ${leftovers.join(", ")}`,
    );
  }
  if (leftovers.length === 0 || list.length <= cidrsPerGateway) return undefined;
  return guard(
    say`${gateway.id} would have ${list.length} blocks with ${leftovers.join(", ")}, which the file does not name: a gateway takes at most ${cidrsPerGateway}`,
    say`If ${branch.name} needs no more than the file names: --replace removes ${leftovers.join(", ")}`,
  );
}
