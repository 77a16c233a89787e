import { expect, it } from "vitest";
import { CEN, openBench } from "./cbn-bench.ts";

async function listed(bench: ReturnType<typeof openBench>, id: string) {
  const reply = await bench.call("DescribeCens", { "Filter.1.Key": "CenId", "Filter.1.Value.1": id });
  return reply.Cens.Cen;
}

it("CreateCen: is Creating until the cloud has done its work, then Active", async () => {
  const bench = openBench();
  const { CenId } = await bench.call("CreateCen", { Name: "second" });
  expect(CenId).toMatch(/^cen-[a-z0-9]{18}$/);
  const settlesMs = bench.lastCall()?.settlesMs ?? 0;
  expect(bench.lastCall()?.locks).toEqual([`cen:${CenId}`]);
  const [creating] = await listed(bench, CenId);
  expect(creating).toMatchObject({ CenId, Name: "second", Status: "Creating", CreationTime: "2026-11-23T09:00Z" });
  expect(bench.lastCall()?.transitional).toBe(true);
  await bench.cloud.advanceTo(bench.cloud.now() + settlesMs - 1);
  expect((await listed(bench, CenId))[0].Status).toBe("Creating");
  await bench.cloud.advanceTo(bench.cloud.now() + 1);
  expect((await listed(bench, CenId))[0].Status).toBe("Active");
  expect(bench.lastCall()?.transitional).toBe(false);
});

it("CreateCen: answers a repeated ClientToken with the first CEN and refuses it with other parameters", async () => {
  const bench = openBench();
  const first = await bench.call("CreateCen", { Name: "second", ClientToken: "t-1" });
  const again = await bench.call("CreateCen", { Name: "second", ClientToken: "t-1" });
  expect(again.CenId).toBe(first.CenId);
  expect(bench.world.all("cen")).toHaveLength(2);
  expect(await bench.refused("CreateCen", { Name: "third", ClientToken: "t-1" })).toBe("400 IdempotenceParam.NotMatch");
});

it("CreateCen: refuses names like URLs, long descriptions, full protection and the sixth CEN", async () => {
  const bench = openBench();
  expect(await bench.refused("CreateCen", { Name: "https://x" })).toBe("400 InvalidName");
  expect(await bench.refused("CreateCen", { Description: "d".repeat(257) })).toBe("400 InvalidDescription");
  expect(await bench.refused("CreateCen", { ProtectionLevel: "FULL" })).toBe("400 InvalidParameter");
  expect(await bench.refused("CreateCen", { "Tag.1.Key": "acs:x" })).toBe("400 InvalidParameter");
  for (let made = 1; made < 5; made += 1) await bench.call("CreateCen");
  expect(await bench.refused("CreateCen")).toBe("400 QuotaExceeded.CenCountExceeded");
});

it("DescribeCens: filters by name, lists nothing for an unknown id, and refuses keys it does not have", async () => {
  const bench = openBench();
  const byName = await bench.call("DescribeCens", { "Filter.1.Key": "Name", "Filter.1.Value.1": "global" });
  expect(byName).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10, Cens: { Cen: [{ CenId: CEN }] } });
  expect(await listed(bench, "cen-nobody")).toEqual([]);
  const wrong = { "Filter.1.Key": "CenBandwidthPackageId", "Filter.1.Value.1": "x" };
  expect(await bench.refused("DescribeCens", wrong)).toBe("400 FilterKey.NotSupport");
});

it("DescribeCens: shows nothing of another account", async () => {
  const bench = openBench();
  expect((await bench.asShop("DescribeCens")).Cens.Cen).toEqual([]);
  expect(await bench.refusedToShop("ModifyCenAttribute", { CenId: CEN, Name: "mine" })).toBe(
    "404 ParameterCenInstanceId",
  );
  expect(await bench.refusedToShop("DeleteCen", { CenId: CEN })).toBe("404 ParameterCenInstanceId");
});

it("ModifyCenAttribute: is Modifying for a while, when every other write is refused", async () => {
  const bench = openBench();
  await bench.call("ModifyCenAttribute", { CenId: CEN, Name: "world" });
  expect((await listed(bench, CEN))[0]).toMatchObject({ Name: "world", Description: "", Status: "Modifying" });
  expect(await bench.refused("DeleteCen", { CenId: CEN })).toBe("409 InvalidOperation.CenInstanceStatus");
  await bench.settle();
  expect((await listed(bench, CEN))[0].Status).toBe("Active");
});

it("ModifyCenAttribute: does not raise the protection level", async () => {
  const raise = { CenId: CEN, ProtectionLevel: "FULL" };
  expect(await openBench().refused("ModifyCenAttribute", raise)).toBe("400 InvalidOperation.EnhanceProtectionLevel");
});

it("DeleteCen: refuses while instances are attached, then takes the transit routers with it", async () => {
  const bench = openBench();
  expect(await bench.refused("DeleteCen", { CenId: CEN })).toBe("409 InvalidOperation.AttachedChildInstanceExist");
  for (const attachment of bench.world.all("cen-attachment")) bench.world.remove("cen-attachment", attachment.id);
  await bench.call("DeleteCen", { CenId: CEN });
  expect((await listed(bench, CEN))[0].Status).toBe("Deleting");
  await bench.settle();
  expect(await listed(bench, CEN)).toEqual([]);
  expect(bench.world.all("transit-router")).toEqual([]);
  expect(await bench.refused("DeleteCen", { CenId: CEN })).toBe("404 ParameterCenInstanceId");
});

it("DescribeCens lags behind writes where lists do", async () => {
  const bench = openBench({ switches: { readLagMs: 60_000 } });
  await bench.call("ModifyCenAttribute", { CenId: CEN, Name: "world" });
  expect((await listed(bench, CEN))[0]).toMatchObject({ Name: "global", Status: "Active" });
  await bench.settle();
  expect((await listed(bench, CEN))[0]).toMatchObject({ Name: "world", Status: "Active" });
});
