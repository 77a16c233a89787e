import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tutorialBCrossRegion } from "../../../src/simulator/scenarios/tutorial-b-cross-region.ts";
import { lineFor } from "../../support/told-lines.ts";
import { openSharedCloud, type SharedCloud } from "../../support/two-operators.ts";

let shared: SharedCloud;
beforeEach(async () => {
  shared = await openSharedCloud(tutorialBCrossRegion);
});
afterEach(() => shared.close());

const consents = ["--yes", "--approve-purchases", "--json"];
const bought = () => shared.cloud.ledger().map((order) => order.action);

describe("what serves only a VPC that is not granted yet", () => {
  it("is not bought before: a subscription cannot be deleted", async () => {
    const hub = shared.operator("hub");
    const first = await hub.run("apply", ...consents);
    expect([first.code, bought()]).toEqual([6, []]);
    expect((await shared.operator("shop", false).run(...lineFor(first, "grant/vpc3"), "--yes")).code).toBe(0);
    expect((await hub.run("apply", ...consents)).code).toBe(6);
    expect(bought()).toContain("CreateCenBandwidthPackage");
  });

  it("is bought at once by who says --eager", async () => {
    expect((await shared.operator("hub").run("apply", "--eager", ...consents)).code).toBe(6);
    expect(bought()).toContain("CreateCenBandwidthPackage");
  });
});
