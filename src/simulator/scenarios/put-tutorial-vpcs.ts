import type { World } from "../world.ts";
import { putVpc, putVSwitch } from "./put-vpc.ts";
import { putWebServer } from "./put-web-server.ts";

const hangzhou = {
  tail: "bp1hz0prod4k7m2x9q3w1",
  name: "hangzhou-prod",
  region: "cn-hangzhou",
  zoneId: "cn-hangzhou-h",
};
const siliconValley = { tail: "rj9sv0prod8d5n1c6t2y4", name: "sv-prod", region: "us-west-1", zoneId: "us-west-1a" };
const sandbox = { tail: "bp1sandbox3k8m1x5q7w2", name: "sandbox", region: "cn-hangzhou", zoneId: "cn-hangzhou-h" };

export const HANGZHOU_VPC = `vpc-${hangzhou.tail}`;
export const SILICON_VALLEY_VPC = `vpc-${siliconValley.tail}`;

/** The two VPCs of tutorial A with a server each, and one that clashes with the branch. */
export function putTutorialVpcs(world: World): void {
  putVpc(world, { ...hangzhou, cidrBlock: "10.1.0.0/16", vSwitchCidrBlock: "10.1.0.0/24" });
  putVpc(world, { ...siliconValley, cidrBlock: "10.0.0.0/16", vSwitchCidrBlock: "10.0.0.0/24" });
  putVpc(world, { ...sandbox, cidrBlock: "172.16.0.0/16", vSwitchCidrBlock: "172.16.0.0/24" });
  const { region, zoneId, name } = hangzhou;
  const inHangzhou = { region, zoneId, name: `${name}-web`, vpcTail: hangzhou.tail };
  putWebServer(world, { ...inHangzhou, tail: "bp1hz0web4k7m2x9q3w1", privateIp: "10.1.0.10" });
  const there = { region: siliconValley.region, zoneId: siliconValley.zoneId, vpcTail: siliconValley.tail };
  putWebServer(world, { ...there, name: "sv-prod-web", tail: "rj9sv0web8d5n1c6t2y4", privateIp: "10.0.0.10" });
}

/** A second zone for both, which attachments of the Enterprise Edition want. */
export function putSecondVSwitches(world: World): void {
  const inHangzhou = { tail: "bp1hz0proi4k7m2x9q3w1", vpcTail: hangzhou.tail, zoneId: "cn-hangzhou-i" };
  putVSwitch(world, { ...inHangzhou, name: "hangzhou-prod-i", cidrBlock: "10.1.1.0/24" });
  const there = { tail: "rj9sv0probd5n1c6t2y4k", vpcTail: siliconValley.tail, zoneId: "us-west-1b" };
  putVSwitch(world, { ...there, name: "sv-prod-b", cidrBlock: "10.0.1.0/24" });
}
