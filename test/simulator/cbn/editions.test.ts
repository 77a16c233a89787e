import { expect, it } from "vitest";
import { CEN, openBench } from "./cbn-bench.ts";

const zonesOf = async (bench: ReturnType<typeof openBench>, RegionId: string) =>
  (await bench.call("ListTransitRouterAvailableResource", { RegionId })).AvailableZones;

it("ListTransitRouters shows the edition of each region, and filters by everything it has", async () => {
  const bench = openBench();
  const all = await bench.call("ListTransitRouters", { CenId: CEN });
  expect(all.TransitRouters).toMatchObject([
    {
      TransitRouterId: "tr-bp1k7m2x9q4w8e5r3t6y1",
      RegionId: "cn-hangzhou",
      Type: "Basic",
      Status: "Active",
      CenId: CEN,
    },
    { TransitRouterId: "tr-rj9d5n1c6t2y4h8k3m7q2", RegionId: "us-west-1", Type: "Basic", Status: "Active", CenId: CEN },
  ]);
  const count = async (filter: Record<string, string>) => (await bench.call("ListTransitRouters", filter)).TotalCount;
  expect(await count({ RegionId: "us-west-1" })).toBe(1);
  expect(await count({ Type: "Enterprise" })).toBe(0);
  expect(await count({ TransitRouterId: "tr-rj9d5n1c6t2y4h8k3m7q2", RegionId: "cn-hangzhou" })).toBe(0);
  expect(await bench.refused("ListTransitRouters", { CenId: "cen-nobody" })).toBe("404 ParameterCenInstanceId");
  expect((await bench.asShop("ListTransitRouters")).TotalCount).toBe(0);
});

it("ListTransitRouterAvailableResource has zones where Enterprise Edition is, none on the legacy cloud and for a CCN", async () => {
  expect(await zonesOf(openBench(), "cn-hangzhou")).toEqual([]);
  const today = openBench({ switches: { basicVpcAttachments: false } });
  expect(await zonesOf(today, "cn-hangzhou")).toContain("cn-hangzhou-h");
  expect(await zonesOf(today, "us-west-1")).toEqual(["us-west-1a", "us-west-1b"]);
  expect(await zonesOf(today, "ccn-cn-shanghai")).toEqual([]);
  expect(await today.refused("ListTransitRouterAvailableResource", { RegionId: "atlantis" })).toBe(
    "400 IllegalParam.RegionId",
  );
});

it("the transit router service is opened once, free of charge", async () => {
  const bench = openBench();
  expect(await bench.refused("CheckTransitRouterService")).toBe("400 Forbbiden.TransitRouterServiceNotOpen");
  const { OrderId } = await bench.call("OpenTransitRouterService");
  expect(bench.cloud.ledger()).toMatchObject([{ orderId: OrderId, price: 0, status: "paid" }]);
  expect((await bench.call("CheckTransitRouterService")).Enabled).toBe("true");
  expect(await bench.refused("OpenTransitRouterService")).toBe("400 ORDER.OPEND");
  expect(await bench.refusedToShop("CheckTransitRouterService")).toBe("400 Forbbiden.TransitRouterServiceNotOpen");
});
