import type { RouterAttachment } from "../cbn/things.ts";
import { parsePrefix } from "../cidr.ts";
import type { Instance } from "../ecs/things.ts";
import type { World } from "../world.ts";
import type { RouteTable, VSwitch } from "./things.ts";
import { vpcTime } from "./times.ts";

/** The first and the last three addresses are the cloud's. Source: CreateVSwitch page. */
const RESERVED = 4;

/** What a vSwitch has left after its instances and the interfaces of transit routers. */
export function freeAddresses(world: World, vSwitch: VSwitch): number {
  const prefix = parsePrefix(vSwitch.cidrBlock);
  const used = world.all<Instance>("instance").filter((one) => one.vSwitchId === vSwitch.id).length;
  return prefix === undefined ? 0 : prefix.last - prefix.first + 1 - RESERVED - used - interfaces(world, vSwitch);
}

/** A transit router takes an address of each vSwitch that an attachment maps. Source: CreateTransitRouterVpcAttachment page. */
function interfaces(world: World, vSwitch: VSwitch): number {
  const attachments = world.all<RouterAttachment>("tr-attachment");
  const mappings = attachments.flatMap((one) => (one.resourceType === "VPC" ? one.zoneMappings : []));
  return mappings.filter((one) => one.vSwitchId === vSwitch.id).length;
}

/** A vSwitch as both of its reads show it. */
export function shownVSwitch(world: World, vSwitch: VSwitch): Record<string, unknown> {
  const table = world.find<RouteTable>("route-table", vSwitch.routeTableId);
  return {
    VSwitchId: vSwitch.id,
    VSwitchName: vSwitch.name,
    Description: "",
    VpcId: vSwitch.vpcId,
    ZoneId: vSwitch.zoneId,
    CidrBlock: vSwitch.cidrBlock,
    Status: vSwitch.status,
    AvailableIpAddressCount: freeAddresses(world, vSwitch),
    ...(table && { RouteTable: { RouteTableId: table.id, RouteTableType: table.type } }),
    IsDefault: false,
    OwnerId: Number(vSwitch.uid),
    ShareType: "",
    NetworkAclId: "",
    CreationTime: vpcTime(vSwitch.createdAt),
    Tags: { Tag: [] },
  };
}
