import { expect, it, vi } from "vitest";
import type { CenGrant } from "../../../src/simulator/cbn/things.ts";
import { ALL_PAIRS, reachingPairs } from "../../simulator/data-plane/three-vpcs.ts";
import { expectNoSecret } from "../../support/canaries.ts";
import { openShell } from "../../support/own-shell.ts";
import { wordsOf } from "../../support/sagctl-process.ts";
import { apply, keyOf, lineIn, openStage, typed, writesOf } from "./stage.ts";

vi.setConfig({ testTimeout: 120_000 });

it("A and B, each with their own key alone, take turns by the lines that A is shown, until all reach all", async () => {
  const stage = await openStage();
  const { cloud, hub, shop } = stage;
  const first = await hub.type(apply(stage));
  expect(first.code).toBe(6);
  expect(await typed(stage, lineIn(first, "grant"))).toEqual(["GrantInstanceToTransitRouter"]);
  const second = await hub.type(apply(stage));
  expect(second.code).toBe(6);
  const routes = lineIn(second, "vpc-routes");
  expect(routes).toMatch(/--to-attachment tr-attach-\w+/);
  expect(await typed(stage, routes)).toEqual(Array(3).fill("CreateRouteEntry"));
  expect(await typed(stage, lineIn(second, "security-group"))).toEqual(["AuthorizeSecurityGroup"]);
  const before = cloud.calls().length;
  const third = await hub.type(`${apply(stage)} --allow-probes`);
  expect(writesOf(stage, before).filter((write) => write !== "1 RunCommand")).toEqual([]);
  expect(third).toMatchObject({ code: 0 });
  expect(wordsOf(third)).toContain(
    "not readable from here is proven by the pings: VPC routes set · Security groups open",
  );
  expect(reachingPairs(cloud.world)).toEqual(ALL_PAIRS);
  // For the pings from B's side A names the file that both have.
  expect(wordsOf(third)).toContain("Whoever has the key of shop runs, with this network file:");
  const withFile = await openShell(keyOf(stage, "shop"), "tutorial-b");
  const pinged = await withFile.type(lineIn(third, "ping"));
  expect(pinged, wordsOf(pinged)).toMatchObject({ code: 0 });
  expect(pinged.stdout).toMatch(/192\.168\.0\.1[\s\S]*10\.0\.0\.1/);
  expect(hub.written()).not.toContain(keyOf(stage, "shop").keyId);
  expectNoSecret([keyOf(stage, "hub").keyId], {
    texts: { "B's screen": shop.written() + withFile.written() },
    folders: [shop.folder, withFile.folder],
  });
  expectNoSecret([keyOf(stage, "shop").keyId], { texts: { "A's screen": hub.written() }, folders: [hub.folder] });
});

it("a request of A's that B accepts as it was printed is the grant, and A goes on", async () => {
  const stage = await openStage();
  const { cloud, hub } = stage;
  const asked = await hub.type(`sagctl grant --request --simulate=${stage.url}`);
  expect(asked.code).toBe(0);
  const line = lineIn(asked, "grant");
  expect(line).toContain("--accept sagctl-grant-1.");
  expect(await typed(stage, line)).toEqual(["GrantInstanceToTransitRouter"]);
  const grants = cloud.world.all<CenGrant>("vpc-grant").map((one) => [one.cenUid, one.orderType]);
  expect(grants).toEqual([["1000000000000001", "PayByCenOwner"]]);
  const before = cloud.calls().length;
  expect((await hub.type(apply(stage))).code).toBe(6);
  expect(writesOf(stage, before)).toContain("1 CreateTransitRouterVpcAttachment");
});
