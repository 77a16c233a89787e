import type { Scenario } from "../scenario.ts";
import { putHub, putShop } from "./accounts.ts";
import { connectToSingapore } from "./connect-to-singapore.ts";
import { putThreeVpcs, VPC1, VPC2, VPC3 } from "./put-three-vpcs.ts";
import { putCen1 } from "./put-transit-router.ts";
import { todaysCloud } from "./todays-cloud.ts";

/** The tutorial's initial state. */
export const tutorialB: Scenario = {
  name: "tutorial-b",
  about: "Two accounts: VPC1 and VPC2 of the hub are on CEN1 in Singapore, VPC3 of the shop is alone.",
  switches: todaysCloud,
  build(world) {
    putHub(world, "in use");
    putShop(world);
    putThreeVpcs(world, [VPC1, VPC2, VPC3]);
    putCen1(world);
    connectToSingapore(world, VPC1);
    connectToSingapore(world, VPC2);
  },
};
