import { afterEach, describe, expect, it } from "vitest";
import type { RouterAttachment, TransitRouter } from "../../../src/simulator/cbn/things.ts";
import type { Scenario } from "../../../src/simulator/scenario.ts";
import { FAR_VPC3, VPC1, VPC3, vSwitchTails } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { CEN1 } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import { tutorialBCrossRegion } from "../../../src/simulator/scenarios/tutorial-b-cross-region.ts";
import { openSharedCloud, type SharedCloud } from "../../support/two-operators.ts";

const HUB = VPC1.uid;
const SHOP = VPC3.uid;
const vpc3 = ["--name", "vpc3", "--vpc", `vpc-${VPC3.tail}`, "--region", VPC3.region, "--vpc-account", SHOP];
const cen1 = ["--cen-id", CEN1];
const consents = ["--yes", "--approve-purchases"];

let shared: SharedCloud | undefined;
afterEach(async () => {
  await shared?.close();
  shared = undefined;
});

async function open(scenario: Scenario): Promise<SharedCloud> {
  shared = await openSharedCloud(scenario);
  return shared;
}

function writesTo({ cloud }: SharedCloud): readonly string[] {
  const writes = cloud.calls().filter((call) => call.kind === "write" && call.committed);
  return writes.map((call) => call.action);
}

function attachmentsOf({ cloud }: SharedCloud, kind: "VPC" | "TR"): readonly RouterAttachment[] {
  return cloud.world.all<RouterAttachment>("tr-attachment").filter((one) => one.resourceType === kind);
}

describe("with flags alone, each operator with one key", () => {
  it("account B opens its service and grants, account A attaches by the name and vSwitches that it gives", async () => {
    const both = await open(tutorialB);
    const [shop, hub] = [both.operator("shop", false), both.operator("hub", false)];
    const theirs = [...vpc3, ...cen1, "--payer", "resource-owner"];
    const toHub = [...theirs, "--cen-owner", HUB];
    expect((await shop.run("transit-router", ...toHub, "--only", `service-${SHOP}`, "--yes")).code).toBe(0);
    expect((await shop.run("grant", ...toHub, ...consents)).code).toBe(0);
    expect(both.callsOfOthers("shop")).toEqual([]);
    const vSwitches = vSwitchTails(VPC3).flatMap((tail) => ["--vswitch", `vsw-${tail}`]);
    const named = [...theirs, "--attachment-name", "attach3", ...vSwitches];
    expect((await hub.run("attach", ...named, ...consents)).code).toBe(0);
    expect(writesTo(both)).toEqual([
      "OpenTransitRouterService",
      "GrantInstanceToTransitRouter",
      "CreateTransitRouterVpcAttachment",
    ]);
    const [made] = attachmentsOf(both, "VPC").slice(-1);
    expect(made).toMatchObject({ name: "attach3", orderType: "PayByResourceOwner", vpcId: `vpc-${VPC3.tail}` });
    expect((await hub.run("attach", ...named, ...consents)).code).toBe(0);
    expect(writesTo(both)).toHaveLength(3);
  });

  it("account A is stopped by a vSwitch that is not the VPC's, by name, before any write", async () => {
    const both = await open(tutorialB);
    await both.operator("shop", false).run("grant", ...vpc3, ...cen1, "--cen-owner", HUB, "--yes");
    const strange = ["--vswitch", `vsw-${VPC1.tail}`];
    const { code, stdout } = await both.operator("hub", false).run("attach", ...vpc3, ...cen1, ...strange, ...consents);
    expect(code).toBe(7);
    expect(stdout.replace(/\s+/g, " ")).toContain(`vSwitch vsw-${VPC1.tail} does not belong to`);
    expect(writesTo(both)).toEqual(["GrantInstanceToTransitRouter"]);
  });

  it("account A attaches nothing that is not granted, and is told what the other types", async () => {
    const both = await open(tutorialB);
    const { code, stdout, stderr } = await both.operator("hub", false).run("attach", ...vpc3, ...cen1, ...consents);
    expect(code).toBe(6);
    expect(`${stdout} ${stderr}`.replace(/\s+/g, " ")).toContain("sagctl grant");
    expect(writesTo(both)).toEqual([]);
  });
});

describe("with flags alone, over two regions", () => {
  it("account A makes a router, and connects the regions by what is transferred", async () => {
    const both = await open(tutorialBCrossRegion);
    const hub = both.operator("hub", false);
    const far = ["--name", "vpc3", "--vpc", `vpc-${FAR_VPC3.tail}`, "--region", "cn-hangzhou", "--vpc-account", SHOP];
    expect((await hub.run("transit-router", ...far, ...cen1, "--yes")).code).toBe(0);
    const routers = both.cloud.world.all<TransitRouter>("transit-router").map((one) => one.regionId);
    expect(routers).toEqual(["ap-southeast-1", "cn-hangzhou"]);
    const ends = ["--name", "far", "--between", "ap-southeast-1,cn-hangzhou", "--connection-mbps", "10"];
    const refused = await hub.run("region-connection", ...ends, ...cen1, ...consents);
    expect(refused.code).toBe(6);
    expect(`${refused.stdout}${refused.stderr}`).toMatch(/paidBy:\s+data-transfer/);
    const transfer = [...ends, "--paid-by", "data-transfer", ...cen1];
    expect((await hub.run("region-connection", ...transfer, "--yes")).code).toBe(7);
    expect(attachmentsOf(both, "TR")).toEqual([]);
    expect((await hub.run("region-connection", ...transfer, ...consents)).code).toBe(0);
    expect(attachmentsOf(both, "TR")).toMatchObject([{ bandwidthType: "DataTransfer", bandwidthMbps: 10 }]);
    expect((await hub.run("region-connection", ...transfer, "--yes")).code).toBe(0);
    expect(writesTo(both)).toHaveLength(6);
  });
});
