import type { Look } from "../engine/step.ts";
import type { Network, Vpc } from "../network/network.ts";
import { readCenId } from "./cen/read-id.ts";
import { readHubUid } from "./grant/hub-uid.ts";
import { ownerLine } from "./owner-line.ts";
import { groupFlags } from "./security-group/groups.ts";

/** What the owner of a VPC types to take away all that sagctl made there, grant and routes and rules; "" where its key is here. */
export async function readUndoLine(look: Look, network: Network, vpc: Vpc): Promise<string> {
  if (look.holds(vpc.account)) return "";
  const [cen, hubUid] = await Promise.all([readCenId(look, network), readHubUid(look, network)]);
  return ownerLine("undo", network, vpc, { "cen-id": cen, "cen-owner": hubUid, ...groupFlags(vpc) });
}
