import { parsePrefix } from "../cidr.ts";
import type { Instance } from "../ecs/things.ts";
import type { VSwitch } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { vpcAttachments } from "./router-lookups.ts";

/** The first and the last three addresses are the cloud's. Source: CreateVSwitch page. */
const RESERVED = 4;

/** What a vSwitch has left after its instances and the interfaces of transit routers. */
export function freeAddresses(world: World, vSwitch: VSwitch): number {
  const prefix = parsePrefix(vSwitch.cidrBlock);
  if (!prefix) return 0;
  const instances = world.all<Instance>("instance").filter((one) => one.vSwitchId === vSwitch.id).length;
  const mappings = vpcAttachments(world).flatMap((one) => one.zoneMappings);
  const interfaces = mappings.filter((one) => one.vSwitchId === vSwitch.id).length;
  return prefix.last - prefix.first + 1 - RESERVED - instances - interfaces;
}
