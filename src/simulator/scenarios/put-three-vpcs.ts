import type { World } from "../world.ts";
import { HUB, SHOP } from "./accounts.ts";
import { putVpc, putVSwitch } from "./put-vpc.ts";
import { putWebServer } from "./put-web-server.ts";

/** One of tutorial B's VPCs: a /16 with two vSwitches in two zones, and a server at the first address of the first. */
export interface VpcOfThree {
  readonly number: 1 | 2 | 3;
  readonly uid: string;
  /** What follows `vpc-`. */
  readonly tail: string;
  /** The first two bytes of its prefix. */
  readonly net: string;
  readonly region: string;
  readonly zones: readonly [string, string];
}

const inSingapore = { region: "ap-southeast-1", zones: ["ap-southeast-1a", "ap-southeast-1b"] } as const;

export const VPC1: VpcOfThree = { number: 1, uid: HUB, tail: "t4nvpc1k7m2x9q3w1a8b5", net: "10.0", ...inSingapore };
export const VPC2: VpcOfThree = { number: 2, uid: HUB, tail: "t4nvpc2d8n5c1t6y4e9f2", net: "172.16", ...inSingapore };
export const VPC3: VpcOfThree = { number: 3, uid: SHOP, tail: "t4nvpc3h3j0s6u2z7g4p8", net: "192.168", ...inSingapore };

/** Account B's VPC in another region. */
export const FAR_VPC3: VpcOfThree = {
  ...VPC3,
  tail: "bp1vpc3h3j0s6u2z7g4p8",
  region: "cn-hangzhou",
  zones: ["cn-hangzhou-h", "cn-hangzhou-i"],
};

/** What follows `vsw-`, zone A first. */
export function vSwitchTails({ tail }: VpcOfThree): [string, string] {
  return [tail, tail.replace("vpc", "vsb")];
}

/** The VPCs with their servers; `pingable` ones let each other's pings in. */
export function putThreeVpcs(world: World, vpcs: readonly VpcOfThree[], pingable = false): void {
  for (const vpc of vpcs) {
    const others = vpcs.filter((one) => pingable && one !== vpc);
    putOne(world, vpc);
    putServer(
      world,
      vpc,
      others.map((one) => `${one.net}.0.0/16`),
    );
  }
}

function putOne(world: World, vpc: VpcOfThree): void {
  const { uid, tail, region, net, zones } = vpc;
  const first = { zoneId: zones[0], vSwitchName: "vSwitch 1", vSwitchCidrBlock: `${net}.0.0/24` };
  putVpc(world, { uid, tail, region, name: `VPC${vpc.number}`, cidrBlock: `${net}.0.0/16`, ...first });
  const [, second] = vSwitchTails(vpc);
  const name = "vSwitch 2";
  putVSwitch(world, { tail: second, vpcTail: tail, name, zoneId: zones[1], cidrBlock: `${net}.1.0/24` });
}

function putServer(world: World, vpc: VpcOfThree, pingFrom: readonly string[]): void {
  const { uid, region, zones, net } = vpc;
  const place = { region, zoneId: zones[0], vpcTail: vpc.tail, privateIp: `${net}.0.1` };
  const tail = vpc.tail.replace("vpc", "ecs");
  putWebServer(world, { uid, tail, name: `ECS${vpc.number}`, ...place, pingFrom });
}
