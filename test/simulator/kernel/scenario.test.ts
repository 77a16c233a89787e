import { expect, test } from "vitest";
import { UnknownScenario } from "../../../src/simulator/find-scenario.ts";
import { createSimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";

test.each(["tutorial-b-and-a-half", "constructor"])("%s is no scenario, and those there are get named", (scenario) => {
  const create = () => createSimulatedCloud({ scenario });
  expect(create).toThrow(UnknownScenario);
  expect(create).toThrow(/tutorial-a, tutorial-a-empty, tutorial-a-half-done/);
});

test("switches given at the start win over the scenario's", () => {
  const cloud = createSimulatedCloud({ scenario: "tutorial-a", switches: { postpayPackages: false } });
  expect(cloud.world.state.switches).toMatchObject({ postpayPackages: false, basicVpcAttachments: true });
});
