import type { Scenario } from "../scenario.ts";
import { putHub } from "./accounts.ts";
import { putSecondVSwitches, putTutorialVpcs } from "./put-tutorial-vpcs.ts";
import { todaysCloud } from "./todays-cloud.ts";

/** A new customer of today, with servers in two regions and nothing between them. */
export const tutorialATodayEmpty: Scenario = {
  name: "tutorial-a-today-empty",
  about: "The same cloud with nothing but VPCs and servers: the transit router service is to be opened too.",
  switches: todaysCloud,
  build(world) {
    putHub(world);
    putTutorialVpcs(world);
    putSecondVSwitches(world);
  },
};
