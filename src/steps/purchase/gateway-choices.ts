import { type CcnSeen, listCcns } from "../../api/ccns.ts";
import { type GatewaySeen, listGateways } from "../../api/gateways.ts";
import { isStatus } from "../../api/is-status.ts";
import type { Choice } from "../../engine/question.ts";
import type { Look } from "../../engine/step.ts";
import { overlaps } from "../../network/addresses.ts";
import type { Network } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";

/** The gateways of the area; those that cannot serve this branch say why. */
export async function gatewayChoices(look: Look, draft: Network, item: string): Promise<readonly Choice<string>[]> {
  const at = { account: draft.hub, area: draft.ccn.area };
  const [gateways, ccns] = await Promise.all([look.read(listGateways(at)), look.read(listCcns(at))]);
  return gateways.map((one) => {
    const disabled = unfit(one, ccns, draft, item);
    const columns = [one.name || "unnamed", one.id, one.status, `${one.bandwidthMbps} Mbit/s`, one.cidrs.join(", ")];
    return { value: one.id, columns, ...(disabled ? { disabled } : {}) };
  });
}

/** Why nothing is to be bought for the branch: a gateway that is there has its name or its addresses. */
export async function takenBy(look: Look, draft: Network, item: string): Promise<Text | undefined> {
  const gateways = await look.read(listGateways({ account: draft.hub, area: draft.ccn.area }));
  const cidrs = draft.branches.find((branch) => branch.name === item)?.cidrs ?? [];
  const named = gateways.find((one) => one.name === item);
  if (named) return say`gateway ${named.id} is called ${item}: choose it, or call the office something else`;
  const carries = (one: GatewaySeen) => one.cidrs.some((block) => cidrs.some((cidr) => overlaps(cidr, block)));
  const carrier = draft.goal.allowOverlap ? undefined : gateways.find(carries);
  if (!carrier) return undefined;
  return say`gateway ${carrier.id} has addresses of the office (${carrier.cidrs.join(", ")}): choose it, or other addresses`;
}

function unfit(one: GatewaySeen, ccns: readonly CcnSeen[], draft: Network, item: string): Text | undefined {
  if (isStatus(one.status, "Returning", "Arrearage")) return say`cannot be used: ${one.status}`;
  const others = draft.branches.filter((branch) => branch.name !== item);
  const owner = others.find((branch) => branch.gateway.id === one.id || branch.name === one.name);
  if (owner) return say`serves ${owner.name}`;
  if (isStatus(one.routingStrategy, "dynamic")) return say`learns its routes by OSPF or BGP`;
  if (one.ccnId === "") return undefined;
  if (draft.ccn.id !== undefined && draft.ccn.id !== one.ccnId) return say`on another CCN, ${one.ccnId}`;
  const cen = ccns.find((ccn) => ccn.id === one.ccnId)?.cenId ?? "";
  return cen !== "" && cen !== draft.cen.id ? say`on another CEN, ${cen}` : undefined;
}
