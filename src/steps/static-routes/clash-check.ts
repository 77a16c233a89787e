import { listChildren } from "../../api/cen-children.ts";
import { listRegionRoutes } from "../../api/cens.ts";
import { listGateways } from "../../api/gateways.ts";
import type { Look } from "../../engine/step.ts";
import { overlaps } from "../../network/addresses.ts";
import { cidrsPerGateway } from "../../network/models.ts";
import type { Network } from "../../network/network.ts";
import { type Clash, findClashes, type Occupied, offerBlocks } from "../../network/preflight.ts";
import { plain, say, type Text } from "../../text.ts";
import { readVpcs } from "../attach/vpc-choices.ts";
import { gatewayChoices } from "../purchase/gateway-choices.ts";
import { occupiedBy } from "./occupied.ts";

/**
 * What a new branch must keep clear of: what is on the CEN, the file's own VPCs and branches, and gateways of the area
 * that serve something else. One that may become the branch's own is no clash before it is chosen.
 */
export async function readOccupied(look: Look, draft: Network, item: string): Promise<readonly Occupied[]> {
  const { hub: account, ccn, cen } = draft;
  const [vpcs, gateways, choices] = await Promise.all([
    readVpcs(look, account),
    look.read(listGateways({ account, area: ccn.area })),
    gatewayChoices(look, draft, item),
  ]);
  const children = cen.id === undefined ? [] : await look.read(listChildren({ account, cen: cen.id }));
  const region = children.find((child) => child.type === "VPC")?.region;
  const routes =
    cen.id === undefined || region === undefined
      ? []
      : await look.read(listRegionRoutes({ account, cen: cen.id, region }));
  const onCen = vpcs.filter((vpc) => children.some((child) => child.id === vpc.id));
  const named = onCen.map((vpc) => ({ ...vpc, name: vpc.name || vpc.id, account, verify: [] }));
  const others = gateways.filter((one) => choices.some((choice) => choice.value === one.id && choice.disabled));
  const places = { ...draft, vpcs: [...draft.vpcs, ...named.filter((vpc) => !isKnown(draft, vpc.id))] };
  return [...occupiedBy(places, vpcs, others, routes), ...ofBranches(draft, item)];
}

function isKnown(draft: Network, id: string): boolean {
  return draft.vpcs.some((vpc) => vpc.id === id);
}

function ofBranches(draft: Network, item: string): readonly Occupied[] {
  const others = draft.branches.filter((branch) => branch.name !== item);
  return others.flatMap(({ name, cidrs }) =>
    cidrs.map((cidr) => ({ label: `branch ${name}`, cidr, kind: "gateway" as const })),
  );
}

/** What is wrong with the blocks of a branch among themselves and against the rest. */
export function clashWith(
  cidrs: readonly string[],
  occupied: readonly Occupied[],
  draft: Network,
  item: string,
): Text | undefined {
  if (cidrs.length === 0) return say`Give at least one CIDR block, such as 172.16.0.0/12`;
  if (cidrs.length > cidrsPerGateway)
    return say`A gateway takes at most ${cidrsPerGateway} blocks; write neighbours as one wider block`;
  const twice = cidrs.find((one, index) => cidrs.slice(0, index).some((other) => overlaps(one, other)));
  if (twice !== undefined) return say`${twice} overlaps another block of this list; leave one of them out`;
  const [clash] = draft.goal.allowOverlap ? [] : findClashes([{ name: item, cidrs, where: "" }], occupied);
  return clash && clashWords(clash, occupied);
}

function clashWords(clash: Clash, occupied: readonly Occupied[]): Text {
  const { cidr, relation, other } = clash;
  const offer = plain(
    offerBlocks(
      clash,
      occupied.map((one) => one.cidr),
    ),
  );
  return say`${cidr} ${relation} ${other.cidr} of ${other.label}. ${offer}`;
}
