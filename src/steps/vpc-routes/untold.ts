import { isStatus } from "../../api/is-status.ts";
import type { VpcRouteSeen } from "../../api/vpc-routes.ts";
import type { Verdict } from "../../engine/verdict.ts";
import type { AccountName } from "../../keys.ts";
import type { Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { readTable, type TableSeen } from "./wanted.ts";

/** A route to some attachment: where the id of the VPC's own is not known, it may be that one. */
export function leadsToAny({ nextHopType }: VpcRouteSeen): boolean {
  return isStatus(nextHopType, "Attachment");
}

/** For the VPC's owner alone, to whom nobody has told the attachment's id: routes cannot be set, and those there not be judged. */
export function judgeUntold(
  tables: readonly TableSeen[],
  hub: AccountName,
  { name }: Vpc,
  wanted: readonly string[],
): Verdict {
  const tryThis = [
    say`Whoever has the key of ${hub} is shown its id by: sagctl apply`,
    say`Then it is known here by --to-attachment, or in the network file: vpcs: {${name}: {attachment: tr-attach-…}}`,
  ];
  const missing = tables.flatMap((table) => readTable(table, wanted, leadsToAny).missing);
  if (missing.length > 0) {
    const on = say`the attachment of ${name}, whose id only account ${hub} can tell, for ${[...new Set(missing)].join(", ")}`;
    return { is: "blocked", who: "account", on, tryThis };
  }
  const hops = tables.flatMap(({ routes }) =>
    routes.filter((route) => leadsToAny(route) && wanted.includes(route.cidr)).map((route) => route.nextHopId),
  );
  const on = say`not readable from here: whether ${[...new Set(hops)].join(", ")}, to which the routes of ${name} lead, is its attachment`;
  return { is: "blocked", who: "account", on, tryThis, unseen: true };
}
