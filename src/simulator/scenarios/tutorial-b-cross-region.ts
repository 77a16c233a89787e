import type { Scenario } from "../scenario.ts";
import { putHub, putShop } from "./accounts.ts";
import { connectToSingapore } from "./connect-to-singapore.ts";
import { FAR_VPC3, putThreeVpcs, VPC1, VPC2 } from "./put-three-vpcs.ts";
import { putCen1 } from "./put-transit-router.ts";
import { todaysCloud } from "./todays-cloud.ts";

/** The tutorial's first question: two regions and two accounts at once. */
export const tutorialBCrossRegion: Scenario = {
  name: "tutorial-b-cross-region",
  about: "As tutorial-b, but the shop's VPC3 is in Hangzhou, where CEN1 has no transit router yet.",
  switches: todaysCloud,
  build(world) {
    putHub(world, "in use");
    putShop(world);
    putThreeVpcs(world, [VPC1, VPC2, FAR_VPC3]);
    putCen1(world);
    connectToSingapore(world, VPC1);
    connectToSingapore(world, VPC2);
  },
};
