import type { Scenario } from "../scenario.ts";
import { putHub } from "./accounts.ts";
import { putBackbone } from "./put-backbone.ts";
import { putSecondVSwitches, putTutorialVpcs } from "./put-tutorial-vpcs.ts";
import { todaysCloud } from "./todays-cloud.ts";

/** The tutorial's prerequisites as far as a new customer can have them: no VPC is on the CEN by Basic Edition any more. */
export const tutorialAToday: Scenario = {
  name: "tutorial-a-today",
  about: "Tutorial A on today's Enterprise cloud: a CEN and a CCN stand, everything else is still to be done.",
  switches: todaysCloud,
  build(world) {
    putHub(world, "opened");
    putTutorialVpcs(world);
    putSecondVSwitches(world);
    putBackbone(world);
  },
};
