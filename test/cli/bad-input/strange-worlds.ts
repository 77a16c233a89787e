import type { ChildAttachment, TransitRouter, Vbr } from "../../../src/simulator/cbn/things.ts";
import { HUB } from "../../../src/simulator/scenarios/accounts.ts";
import { attachVpc, CCN, CEN } from "../../../src/simulator/scenarios/put-backbone.ts";
import { HANGZHOU_VPC, SILICON_VALLEY_VPC } from "../../../src/simulator/scenarios/put-tutorial-vpcs.ts";
import { putVpc, putVSwitch } from "../../../src/simulator/scenarios/put-vpc.ts";
import type { Ccn, Gateway } from "../../../src/simulator/smartag/things.ts";
import type { Vpc } from "../../../src/simulator/vpc/things.ts";
import type { World } from "../../../src/simulator/world.ts";
import { DAY_MS, onlineGateway } from "../../support/online-gateway.ts";

/** Another office's gateway, online on the CCN for a month. */
export function putGateway(world: World, parts: Partial<Gateway> & { readonly cidrs: string[] }): void {
  const gateway = onlineGateway(world, {
    id: "sag-other0office1k7m2",
    name: "shanghai",
    orderId: "203320261023001",
    serialNumbers: ["sag0ther0001"],
    createdAt: world.now - 35 * DAY_MS,
    ...parts,
  });
  world.put("gateway", gateway);
}

/** A second block of addresses in hangzhou-prod. */
export function addSecondaryBlock(world: World, cidr: string): void {
  const vpc = world.find<Vpc>("vpc", HANGZHOU_VPC);
  if (!vpc) throw new Error("the scenario has no hangzhou-prod");
  vpc.secondaryCidrBlocks = [...vpc.secondaryCidrBlocks, cidr];
}

/** A vSwitch of hangzhou-prod's block in sv-prod too: both VPCs are on the CEN with it. */
export function shareVSwitchBlock(world: World): void {
  const vpcTail = SILICON_VALLEY_VPC.replace("vpc-", "");
  const place = { tail: "rj9same3k8m1x5q7w2a1", vpcTail, name: "same", zoneId: "us-west-1a" };
  putVSwitch(world, { ...place, cidrBlock: "10.1.0.0/24" });
}

/** A VPC of the file as it is before it joins the CEN: it takes along the router of its region, which serves nobody else. */
export function detachVpc(world: World, vpcId: string): void {
  const vpc = world.find<Vpc>("vpc", vpcId);
  if (!vpc) throw new Error(`the scenario has no ${vpcId}`);
  vpc.cens = [];
  world.remove("cen-attachment", `${CEN}/${vpcId}`);
  const router = world.all<TransitRouter>("transit-router").find((one) => one.regionId === vpc.region);
  if (router) world.remove("transit-router", router.id);
}

/** A VPC on the same CEN that the network file does not name; the hub's own unless another account is said. */
export function attachOtherVpc(world: World, cidrBlock: string, vSwitchCidrBlock: string, uid = HUB): void {
  putVpc(world, {
    tail: "bp1other3k8m1x5q7w2a1",
    name: "other",
    region: "cn-hangzhou",
    zoneId: "cn-hangzhou-h",
    cidrBlock,
    vSwitchCidrBlock,
    uid,
  });
  attachVpc(world, "vpc-bp1other3k8m1x5q7w2a1", "tr-bp1other3k8m1x5q7w2a1");
}

/** A leased line's border router on the CEN, with what it has learnt from the other end. */
export function attachBorderRouter(world: World, learned: readonly string[]): void {
  const id = "vbr-bp1leased8d5n1c6t2y4";
  world.put("vbr", { id, uid: HUB, learned: [...learned] } satisfies Vbr);
  putAttachment(world, { childId: id, childType: "VBR", childRegionId: "cn-beijing" });
}

/** The default CCN on the CEN, for the gateways that are on it. */
export function attachDefaultCcn(world: World): void {
  const ccn = world.find<Ccn>("ccn", CCN);
  if (!ccn) throw new Error("the scenario has no default CCN");
  world.put("ccn", { ...ccn, cenId: CEN, cenUid: HUB } satisfies Ccn);
  putAttachment(world, { childId: CCN, childType: "CCN", childRegionId: "ccn-cn-shanghai" });
}

type ChildName = Pick<ChildAttachment, "childId" | "childType" | "childRegionId">;

function putAttachment(world: World, child: ChildName): void {
  const attachment: ChildAttachment = {
    ...child,
    id: `${CEN}/${child.childId}`,
    uid: HUB,
    cenId: CEN,
    childUid: HUB,
    status: "Attached",
    attachedAt: world.now - 90 * DAY_MS,
  };
  world.put("cen-attachment", attachment);
}
