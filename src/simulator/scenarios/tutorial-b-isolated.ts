import type { CenGrant } from "../cbn/things.ts";
import type { Scenario } from "../scenario.ts";
import type { World } from "../world.ts";
import { HUB, putHub, putShop } from "./accounts.ts";
import { connectToSingapore } from "./connect-to-singapore.ts";
import { monthsAgo } from "./months-ago.ts";
import { putThreeVpcs, VPC1, VPC2, VPC3 } from "./put-three-vpcs.ts";
import { CEN1, putCen1 } from "./put-transit-router.ts";
import { todaysCloud } from "./todays-cloud.ts";

/** The tutorial's second question, asked of a network that was built open. */
export const tutorialBIsolated: Scenario = {
  name: "tutorial-b-isolated",
  about: "Tutorial B at its end, everybody reaching everybody: VPC1 and VPC2 are to be isolated from each other.",
  switches: todaysCloud,
  build(world) {
    putHub(world, "in use");
    putShop(world);
    const vpcs = [VPC1, VPC2, VPC3];
    putThreeVpcs(world, vpcs, true);
    putCen1(world);
    putGrant(world);
    for (const vpc of vpcs) connectToSingapore(world, vpc);
  },
};

function putGrant(world: World): void {
  const grant: CenGrant = {
    id: "grant-3c1f6h9k4n7p0q5r8s",
    uid: VPC3.uid,
    region: VPC3.region,
    instanceId: `vpc-${VPC3.tail}`,
    instanceType: "VPC",
    cenId: CEN1,
    cenUid: HUB,
    orderType: "PayByCenOwner",
    createdAt: monthsAgo(world, 5),
  };
  world.put("vpc-grant", grant);
}
