import type { Scenario } from "../scenario.ts";
import { putHub } from "./accounts.ts";
import { legacyCloud } from "./legacy-cloud.ts";
import { putTutorialVpcs } from "./put-tutorial-vpcs.ts";

/** Before the tutorial's prerequisites. */
export const tutorialAEmpty: Scenario = {
  name: "tutorial-a-empty",
  about: "The same cloud with nothing but VPCs and servers: CEN and CCN are to be made too.",
  switches: legacyCloud,
  build(world) {
    putHub(world);
    putTutorialVpcs(world);
  },
};
