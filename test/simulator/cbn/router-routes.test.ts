import { expect, it } from "vitest";
import { ATTACH1, ATTACH2, openTutorialB, routes, TABLE, VPC2 } from "./enterprise-bench.ts";

const create = "CreateTransitRouterRouteEntry";
const remove = "DeleteTransitRouterRouteEntry";

const toAttach2 = {
  TransitRouterRouteTableId: TABLE,
  TransitRouterRouteEntryDestinationCidrBlock: "172.16.0.0/12",
  TransitRouterRouteEntryNextHopType: "Attachment",
  TransitRouterRouteEntryNextHopId: ATTACH2,
};
const blackHole = {
  TransitRouterRouteTableId: TABLE,
  TransitRouterRouteEntryDestinationCidrBlock: "10.0.0.0/24",
  TransitRouterRouteEntryNextHopType: "BlackHole",
};

it("a static route is Creating, then Active, then Deleting, and has an id of its own", async () => {
  const bench = openTutorialB();
  const { TransitRouterRouteEntryId: id } = await bench.call(create, toAttach2);
  expect(id).toMatch(/^rte-[a-z0-9]{18}$/);
  const seen = async () => {
    const asked = { TransitRouterRouteTableId: TABLE, "TransitRouterRouteEntryIds.1": id };
    const list = await bench.call("ListTransitRouterRouteEntries", { ...asked, TransitRouterRouteEntryStatus: "All" });
    return list.TransitRouterRouteEntries[0];
  };
  expect(await seen()).toMatchObject({ TransitRouterRouteEntryStatus: "Creating" });
  await bench.settle();
  expect(await seen()).toMatchObject({
    TransitRouterRouteEntryStatus: "Active",
    TransitRouterRouteEntryType: "Static",
    TransitRouterRouteEntryNextHopResourceId: VPC2,
    OperationalMode: true,
  });
  await bench.call(remove, { TransitRouterRouteEntryId: id });
  expect(await seen()).toMatchObject({ TransitRouterRouteEntryStatus: "Deleting" });
  await bench.settle();
  expect(await seen()).toBeUndefined();
  expect(await bench.refused(remove, { TransitRouterRouteEntryId: id })).toBe(
    "400 IllegalParam.TransitRouterRouteEntryId",
  );
});

it("a static route comes before an equal propagated one, which is Rejected", async () => {
  const bench = openTutorialB();
  await bench.call(create, blackHole);
  await bench.settle();
  expect(await routes(bench, TABLE)).toContain("10.0.0.0/24 BlackHole Active");
  expect(await routes(bench, TABLE, "Rejected")).toEqual([`10.0.0.0/24 ${ATTACH1} Rejected`]);
  await bench.call(remove, blackHole);
  await bench.settle();
  expect(await routes(bench, TABLE)).toContain(`10.0.0.0/24 ${ATTACH1} Active`);
  expect(await routes(bench, TABLE, "Rejected")).toEqual([]);
});

it("of two VPCs with an equal vSwitch the one that propagated first is Active", async () => {
  const bench = openTutorialB();
  bench.change("vswitch", "vsw-t4nvpc2d8n5c1t6y4e9f2", { cidrBlock: "10.0.0.0/24" });
  expect(await routes(bench, TABLE)).toContain(`10.0.0.0/24 ${ATTACH1} Active`);
  expect(await routes(bench, TABLE, "Rejected")).toEqual([`10.0.0.0/24 ${ATTACH2} Rejected`]);
});

it("a route is refused that is there already, malformed, or leads nowhere", async () => {
  const bench = openTutorialB();
  await bench.call(create, toAttach2);
  await bench.settle();
  expect(await bench.refused(create, { ...toAttach2, TransitRouterRouteEntryNextHopId: ATTACH1 })).toBe(
    "400 OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock",
  );
  const refused = (changes: Record<string, string>) => bench.refused(create, { ...toAttach2, ...changes });
  const elsewhere = { TransitRouterRouteEntryDestinationCidrBlock: "10.9.0.0/16" };
  expect(await refused({ TransitRouterRouteEntryDestinationCidrBlock: "10.9.0.1/16" })).toBe("400 InvalidParameter");
  expect(await refused({ ...elsewhere, TransitRouterRouteEntryNextHopId: "tr-attach-nobody" })).toBe(
    "400 InvalidTransitRouterAttachmentId.NotFound",
  );
  expect(await refused({ ...elsewhere, TransitRouterRouteTableId: "vtb-nobody" })).toBe(
    "400 InvalidTransitRouterRouteTableId.NotFound",
  );
  expect(await refused({ ...elsewhere, DryRun: "true" })).toBe("400 DryRunOperation");
  expect(await bench.refusedToShop(create, { ...toAttach2, ...elsewhere })).toBe(
    "400 InvalidTransitRouterRouteTableId.NotFound",
  );
});

it("a route is deleted by id, or by all that makes it out; propagated ones are not", async () => {
  const bench = openTutorialB();
  await bench.call(create, toAttach2);
  await bench.settle();
  const { TransitRouterRouteEntryNextHopType: _, ...vague } = toAttach2;
  expect(await bench.refused(remove, vague)).toBe("400 IllegalParam.TransitRouterRouteEntryId");
  const propagated = { ...toAttach2, TransitRouterRouteEntryDestinationCidrBlock: "172.16.0.0/24" };
  expect(await bench.refused(remove, propagated)).toBe("400 IllegalParam.TransitRouterRouteEntryId");
  expect(await bench.refusedToShop(remove, toAttach2)).toBe("400 IllegalParam.TransitRouterRouteEntryId");
  await bench.call(remove, toAttach2);
});

it("the list shows the Active routes by pages of 20, filters by hop and type, and is the owner's alone", async () => {
  const bench = openTutorialB();
  const list = async (params: Record<string, string>) =>
    bench.call("ListTransitRouterRouteEntries", { TransitRouterRouteTableId: TABLE, ...params });
  const all = await list({});
  expect([all.TotalCount, all.MaxResults]).toEqual([4, 20]);
  expect(all.TransitRouterRouteEntries[0]).toMatchObject({
    TransitRouterRouteEntryType: "Propagated",
    TransitRouterRouteEntryNextHopType: "Attachment",
    TransitRouterRouteEntryNextHopResourceType: "VPC",
    OperationalMode: false,
    PathAttributes: { OriginInstanceType: "VPC", OriginRouteType: "System" },
  });
  expect((await list({ TransitRouterRouteEntryNextHopId: ATTACH2 })).TotalCount).toBe(2);
  expect((await list({ TransitRouterRouteEntryNextHopResourceId: VPC2 })).TotalCount).toBe(2);
  expect((await list({ TransitRouterRouteEntryType: "Static" })).TotalCount).toBe(0);
  const asked = { TransitRouterRouteTableId: TABLE };
  expect(await bench.refusedToShop("ListTransitRouterRouteEntries", asked)).toBe(
    "400 InvalidTransitRouterRouteTableId.NotFound",
  );
});
