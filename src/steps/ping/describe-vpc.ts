import { type InstanceSeen, listInstances, readSecurityGroup } from "../../api/ecs.ts";
import { isStatus } from "../../api/is-status.ts";
import { listVpcRoutes, listVpcRouteTables } from "../../api/vpc-routes.ts";
import type { Look } from "../../engine/step.ts";
import type { Vpc } from "../../network/network.ts";
import type { DescribedBackbone, DescribedVpc, DescribedVpcTable } from "../../path/described-backbone.ts";
import { routerOf } from "../../path/peer-proof.ts";
import { groupsOf } from "../security-group/groups.ts";

/**
 * The VPC at one end of a path; of another account's, whose key is not here, only what the file says. On Basic Edition a VPC
 * learns its routes from the CEN, and its tables are not read.
 */
export async function describeVpc(
  look: Look,
  vpc: Vpc,
  address: string,
  { cen }: DescribedBackbone,
): Promise<DescribedVpc> {
  const { name, id: vpcId, region, account } = vpc;
  const known = { name, vpcId, region, account, address };
  if (!look.holds(account)) return known;
  const isBasic = cen !== undefined && routerOf(cen, region)?.edition === "Basic";
  const [tables, instance] = await Promise.all([
    isBasic ? undefined : readTables(look, vpc),
    isBasic ? undefined : findInstance(look, vpc, address),
  ]);
  return {
    ...known,
    ...(tables ? { tables } : {}),
    ...(instance ? { vSwitch: instance.vSwitch } : {}),
    ...(await readGuard(look, vpc, address, instance)),
  };
}

/** Which tables a VPC has does not change while a run lasts. */
async function readTables(look: Look, { account, region, id }: Vpc): Promise<readonly DescribedVpcTable[]> {
  const all = await look.read(listVpcRouteTables({ account, region }), () => true);
  const own = all.filter((table) => table.vpc === id);
  return Promise.all(
    own.map(async ({ id: table, type, vSwitches }) => ({
      id: table,
      isSystem: isStatus(type, "System"),
      vSwitches,
      routes: await look.read(listVpcRoutes({ account, region, table })),
    })),
  );
}

/**
 * What guards the address: the groups of the instance there as far as it has been looked for, else those of the file. A file that
 * opens none says nothing of them, so that the instance is asked.
 */
export async function readGuard(
  look: Look,
  vpc: Vpc,
  address: string,
  instance?: InstanceSeen,
): Promise<Required<Pick<DescribedVpc, "groups">> & Pick<DescribedVpc, "opened">> {
  const { account, region, securityGroups: opened } = vpc;
  const found = instance ?? (opened?.length === 0 ? await findInstance(look, vpc, address) : undefined);
  const ids = found?.securityGroups ?? (await groupsOf(look, vpc));
  const groups = await Promise.all(ids.map((id) => look.read(readSecurityGroup({ account, region, id }))));
  return { groups: groups.filter((group) => group !== undefined), ...(opened ? { opened } : {}) };
}

/** All instances of the region in one list, which serves all of its VPCs. */
export function readInstances(look: Look, { account, region }: Vpc): Promise<readonly InstanceSeen[]> {
  return look.read(listInstances({ account, region }));
}

async function findInstance(look: Look, vpc: Vpc, address: string): Promise<InstanceSeen | undefined> {
  const all = await readInstances(look, vpc);
  return all.find((one) => one.vpc === vpc.id && one.addresses.includes(address));
}
