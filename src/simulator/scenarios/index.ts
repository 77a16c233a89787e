import type { Scenario } from "../scenario.ts";
import { enterpriseScenarios } from "./enterprise-scenarios.ts";
import { tutorialA } from "./tutorial-a.ts";
import { tutorialAEmpty } from "./tutorial-a-empty.ts";
import { tutorialAHalfDone } from "./tutorial-a-half-done.ts";

/** Every scenario, by name. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  [tutorialA.name]: tutorialA,
  [tutorialAEmpty.name]: tutorialAEmpty,
  [tutorialAHalfDone.name]: tutorialAHalfDone,
  ...enterpriseScenarios,
};
