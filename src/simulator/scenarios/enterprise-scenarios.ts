import type { Scenario } from "../scenario.ts";
import { tutorialAToday } from "./tutorial-a-today.ts";
import { tutorialATodayEmpty } from "./tutorial-a-today-empty.ts";
import { tutorialB } from "./tutorial-b.ts";
import { tutorialBCrossRegion } from "./tutorial-b-cross-region.ts";
import { tutorialBIsolated } from "./tutorial-b-isolated.ts";

/** Those of today's cloud, by name. */
export const enterpriseScenarios: Readonly<Record<string, Scenario>> = {
  [tutorialB.name]: tutorialB,
  [tutorialBCrossRegion.name]: tutorialBCrossRegion,
  [tutorialBIsolated.name]: tutorialBIsolated,
  [tutorialAToday.name]: tutorialAToday,
  [tutorialATodayEmpty.name]: tutorialATodayEmpty,
};
