import { listInstances } from "../../api/ecs.ts";
import { listVpcRegions, listVpcs, listVSwitches, type VpcSeen } from "../../api/vpc.ts";
import type { Choice } from "../../engine/question.ts";
import type { Look } from "../../engine/step.ts";
import type { AccountName } from "../../keys.ts";
import { overlaps, parseCidr } from "../../network/addresses.ts";
import { knownRegions } from "../../network/cen-areas.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";

/** All VPCs of the account in the regions that a CEN joins: no single call lists them. */
export async function readVpcs(look: Look, account: AccountName): Promise<readonly VpcSeen[]> {
  const regions = await look.read(listVpcRegions({ account }));
  const joined = regions.filter((one) => knownRegions.includes(one.id));
  return (await Promise.all(joined.map((one) => look.read(listVpcs({ account, region: one.id }))))).flat();
}

/** Every VPC with its id, addresses and instances; one that clashes with a branch comes last and cannot be chosen. */
export async function vpcChoices(
  look: Look,
  draft: Network,
  account: AccountName = draft.hub,
): Promise<readonly Choice<string>[]> {
  const vpcs = await readVpcs(look, account);
  const regions = [...new Set(vpcs.map((vpc) => vpc.region))];
  const instances = await Promise.all(regions.map((region) => look.read(listInstances({ account, region }))));
  const count = (vpc: VpcSeen) => instances.flat().filter((one) => one.vpc === vpc.id).length;
  const choices = vpcs.map((vpc) => vpcChoice(vpc, count(vpc), draft));
  return choices.toSorted((one, other) => Number(one.disabled !== undefined) - Number(other.disabled !== undefined));
}

function vpcChoice(vpc: VpcSeen, instances: number, draft: Network): Choice<string> {
  const columns = [vpc.name || "unnamed", vpc.region, cidrsOf(vpc).join(", "), vpc.id];
  const clash = clashOf(vpc, draft);
  if (clash !== undefined) return { value: vpc.id, columns, disabled: say`clashes with ${clash}` };
  return { value: vpc.id, columns: [...columns, instances === 1 ? "1 instance" : `${instances} instances`] };
}

/** The branch's block that overlaps one of the VPC's. */
export function clashOf(vpc: VpcSeen, draft: Network): string | undefined {
  const own = cidrsOf(vpc).flatMap((cidr) => parseCidr(cidr)?.cidr ?? []);
  const blocks = draft.branches.flatMap((branch) => branch.cidrs);
  return draft.goal.allowOverlap ? undefined : blocks.find((block) => own.some((cidr) => overlaps(block, cidr)));
}

function cidrsOf(vpc: VpcSeen): readonly string[] {
  return [vpc.cidr, ...vpc.secondaryCidrs];
}

/** The vSwitches of a VPC of the draft with zone, addresses and room. */
export async function vSwitchChoices(look: Look, draft: Network, item: string): Promise<readonly Choice<string>[]> {
  const vpc = draft.vpcs.find((one) => one.name === item);
  if (!vpc) return [];
  const { account, region, id } = vpc;
  const all = await look.read(listVSwitches({ account, region, vpc: id }));
  return all.map((one) => ({
    value: one.id,
    columns: [one.name || "unnamed", one.zone, one.cidr, `${one.freeAddresses} free`, one.id],
  }));
}
