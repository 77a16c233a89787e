import { readCallerIdentity } from "../../api/sts.ts";
import type { Look } from "../../engine/step.ts";
import type { Network } from "../../network/network.ts";
import { hubUidOf } from "./payer.ts";

/** The account id of the CEN's owner; undefined where neither file nor key tells it. */
export async function readHubUid(look: Look, network: Network): Promise<string | undefined> {
  const said = hubUidOf(network);
  if (said !== undefined || !look.holds(network.hub)) return said;
  return (await look.read(readCallerIdentity({ account: network.hub }), () => true)).accountId;
}
