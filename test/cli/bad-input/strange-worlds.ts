import type { ChildAttachment, Vbr } from "../../../src/simulator/cbn/things.ts";
import { HUB } from "../../../src/simulator/scenarios/accounts.ts";
import { attachVpc, CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { HANGZHOU_VPC } from "../../../src/simulator/scenarios/put-tutorial-vpcs.ts";
import { putVpc } from "../../../src/simulator/scenarios/put-vpc.ts";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import type { Vpc } from "../../../src/simulator/vpc/things.ts";
import type { World } from "../../../src/simulator/world.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Another office's gateway, online on the CCN for a month. */
export function putGateway(world: World, parts: Partial<Gateway> & { readonly cidrs: string[] }): void {
  const gateway: Gateway = {
    id: "sag-other0office1k7m2",
    uid: HUB,
    region: "cn-shanghai",
    name: "shanghai",
    description: "",
    model: "sag-100wm",
    haType: "no_backup",
    bandwidthMbps: 10,
    status: "Active",
    orderId: "203320261023001",
    paid: true,
    periodMonths: 12,
    alreadyHaveSag: false,
    serialNumbers: ["sag0ther0001"],
    routingStrategy: "static",
    ccnId: CCN,
    cabled: true,
    online: true,
    createdAt: world.now - 35 * DAY_MS,
    activatedAt: world.now - 30 * DAY_MS,
    endTime: world.now + 335 * DAY_MS,
    securityLockThreshold: 0,
    ...parts,
  };
  world.put("gateway", gateway);
}

/** A second block of addresses in hangzhou-prod. */
export function addSecondaryBlock(world: World, cidr: string): void {
  const vpc = world.find<Vpc>("vpc", HANGZHOU_VPC);
  if (!vpc) throw new Error("the scenario has no hangzhou-prod");
  vpc.secondaryCidrBlocks = [...vpc.secondaryCidrBlocks, cidr];
}

/** A VPC on the same CEN that the network file does not name. */
export function attachOtherVpc(world: World, cidrBlock: string, vSwitchCidrBlock: string): void {
  putVpc(world, {
    tail: "bp1other3k8m1x5q7w2a1",
    name: "other",
    region: "cn-hangzhou",
    zoneId: "cn-hangzhou-h",
    cidrBlock,
    vSwitchCidrBlock,
  });
  attachVpc(world, "vpc-bp1other3k8m1x5q7w2a1", "tr-bp1other3k8m1x5q7w2a1");
}

/** A leased line's border router on the CEN, with what it has learnt from the other end. */
export function attachBorderRouter(world: World, learned: readonly string[]): void {
  const id = "vbr-bp1leased8d5n1c6t2y4";
  world.put("vbr", { id, uid: HUB, learned: [...learned] } satisfies Vbr);
  const attachment: ChildAttachment = {
    id: `${CEN}/${id}`,
    uid: HUB,
    cenId: CEN,
    childId: id,
    childType: "VBR",
    childRegionId: "cn-beijing",
    childUid: HUB,
    status: "Attached",
    attachedAt: world.now - 90 * DAY_MS,
  };
  world.put("cen-attachment", attachment);
}
