import type { Scenario } from "../scenario.ts";
import type { World } from "../world.ts";
import { putHub } from "./accounts.ts";
import { legacyCloud } from "./legacy-cloud.ts";
import { attachVpc, putBackbone } from "./put-backbone.ts";
import { HANGZHOU_VPC, putTutorialVpcs, SILICON_VALLEY_VPC } from "./put-tutorial-vpcs.ts";

/** The tutorial's prerequisites: CEN, default CCN, two VPCs attached. */
export const tutorialA: Scenario = {
  name: "tutorial-a",
  about: "The legacy cloud of tutorial A: a CEN with two VPCs and a default CCN; everything else is still to be done.",
  switches: legacyCloud,
  build: buildTutorialA,
};

export function buildTutorialA(world: World): void {
  putHub(world);
  putTutorialVpcs(world);
  putBackbone(world);
  attachVpc(world, HANGZHOU_VPC, "tr-bp1k7m2x9q4w8e5r3t6y1");
  attachVpc(world, SILICON_VALLEY_VPC, "tr-rj9d5n1c6t2y4h8k3m7q2");
}
