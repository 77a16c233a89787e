import type { Instance } from "../../../src/simulator/ecs/things.ts";
import { FAR_VPC3, VPC1, VPC2, VPC3, type VpcOfThree } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { CEN1, SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import { tutorialBCrossRegion } from "../../../src/simulator/scenarios/tutorial-b-cross-region.ts";
import type { World, WorldState } from "../../../src/simulator/world.ts";
import { serverOf } from "../../simulator/data-plane/three-vpcs.ts";
import { hub, shop } from "../../simulator/direct-cloud.ts";
import { TwoPeople } from "../../simulator/scenarios/two-people.ts";

type Watch = (cloud: TwoPeople) => void;

function letAllIn(cloud: TwoPeople, vpcs: readonly VpcOfThree[]): void {
  for (const vpc of vpcs) {
    cloud.letIn(
      vpc,
      vpcs.filter((other) => other !== vpc),
    );
  }
}

function grantTo(cloud: TwoPeople, { tail, region: RegionId }: VpcOfThree): void {
  const vpc = { InstanceId: `vpc-${tail}`, InstanceType: "VPC", RegionId };
  cloud.call(
    "Cbn.GrantInstanceToTransitRouter",
    { ...vpc, CenId: CEN1, CenOwnerId: hub, OrderType: "PayByCenOwner" },
    shop,
  );
}

/** Tutorial B at its end, built call by call without sagctl; `watch` sees it after each write, and when that has settled. */
export function tutorialBDone(watch: Watch = () => {}): WorldState {
  const cloud = new TwoPeople(tutorialB);
  cloud.afterWrite = () => watch(cloud);
  const router = { CenId: CEN1, TransitRouterId: SINGAPORE_ROUTER, TransitRouterRouteTableId: SINGAPORE_TABLE };
  letAllIn(cloud, [VPC1, VPC2, VPC3]);
  grantTo(cloud, VPC3);
  cloud.routeTo(cloud.attach(VPC3, router), VPC3);
  return cloud.world.state;
}

/** Its first question: VPC3 in another region, over a connection that is paid by what is transferred. */
export function crossRegionDone(watch: Watch = () => {}): WorldState {
  const cloud = new TwoPeople(tutorialBCrossRegion);
  cloud.afterWrite = () => watch(cloud);
  letAllIn(cloud, [VPC1, VPC2, FAR_VPC3]);
  grantTo(cloud, FAR_VPC3);
  const { TransitRouterId } = cloud.call("Cbn.CreateTransitRouter", { CenId: CEN1, RegionId: FAR_VPC3.region });
  const TransitRouterRouteTableId = cloud.systemTable(TransitRouterId);
  cloud.routeTo(cloud.attach(FAR_VPC3, { CenId: CEN1, TransitRouterId, TransitRouterRouteTableId }), FAR_VPC3);
  const far = { PeerTransitRouterId: TransitRouterId, PeerTransitRouterRegionId: FAR_VPC3.region };
  const paid = { BandwidthType: "DataTransfer", Bandwidth: "10", AutoPublishRouteEnabled: "true" };
  const flat = { CenId: CEN1, TransitRouterId: SINGAPORE_ROUTER, ...far, ...paid };
  const peer = cloud.call("Cbn.CreateTransitRouterPeerAttachment", flat).TransitRouterAttachmentId;
  cloud.learn(peer, SINGAPORE_TABLE);
  cloud.learn(peer, TransitRouterRouteTableId);
  return cloud.world.state;
}

/** Starts in a world as it stands. */
export function startIn(state: WorldState, change: (world: World) => void = () => {}): (world: World) => void {
  const kept = structuredClone(state);
  return (world) => {
    Object.assign(world.state, structuredClone(kept), { calls: [] });
    change(world);
  };
}

/** Something else about the server of a VPC. */
export function changeServer(world: World, vpc: VpcOfThree, parts: Partial<Instance>): void {
  const instance = world.find<Instance>("instance", serverOf(vpc).id);
  if (!instance) throw new Error(`no server in VPC${vpc.number}`);
  world.put("instance", { ...instance, ...parts });
}
