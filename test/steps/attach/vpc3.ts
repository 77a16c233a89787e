import type { RouterAttachment, VpcRouterAttachment } from "../../../src/simulator/cbn/things.ts";
import { VPC3, vSwitchTails } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import type { VSwitch } from "../../../src/simulator/vpc/things.ts";
import type { World } from "../../../src/simulator/world.ts";
import type { Rig, RunOptions } from "../../support/rig.ts";
import { ofSteps } from "../enterprise.ts";

export const only = ofSteps("cen", "transit-router", "grant", "attach");
export const VPC3_ID = `vpc-${VPC3.tail}`;
export const nothing = { plannedOnly: [], sentOnly: [] };
/** The two vSwitches of VPC3, zone A first. */
export const [first, second] = vSwitchTails(VPC3).map((tail) => `vsw-${tail}`) as [string, string];

export const onlyHub: NonNullable<RunOptions["around"]> = (world) => ({
  ...world,
  holds: (account) => account === "hub",
});
export const onlyShop: NonNullable<RunOptions["around"]> = (world) => ({
  ...world,
  holds: (account) => account === "shop",
});

export function attachmentOf({ cloud }: Rig, vpcId: string): VpcRouterAttachment | undefined {
  const all = cloud.world.all<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === "VPC");
  return all.find((one) => one.vpcId === vpcId);
}

/** `ap-southeast-1a vsw-…` */
export function zonesOf(rig: Rig, vpcId: string): readonly string[] {
  return attachmentOf(rig, vpcId)?.zoneMappings.map((one) => `${one.zoneId} ${one.vSwitchId}`) ?? [];
}

/** The vSwitches of VPC3 that stay; the others are taken away before the run. */
export function keepVSwitches(...ids: readonly string[]): (world: World) => void {
  return (world) => {
    const its = world.all<VSwitch>("vswitch").filter((one) => one.vpcId === VPC3_ID && !ids.includes(one.id));
    for (const { id } of its) world.remove("vswitch", id);
  };
}
