import { expect, test } from "vitest";
import { callCloud } from "./call-cloud.ts";
import { createTinyCloud, hub, legacySwitches, tinyScenario } from "./tiny-cloud.ts";

const alice = { id: "LTAIalice", secret: "x", user: "alice", denied: ["cen:*", "smartag:DescribeSmartAccessGateways"] };

function createCloud(deniedReads: "403" | "empty-list") {
  return createTinyCloud({ scenario: tinyScenario([alice]), switches: { ...legacySwitches, deniedReads } });
}

const options = { key: alice };

test("a denied write is refused with the RAM action and whom it was denied to", async () => {
  const { status, body } = await callCloud(createCloud("403"), "Cbn.CreateCen", {}, options);
  expect([status, body.Code]).toEqual([403, "Forbidden.RAM"]);
  expect(body.AccessDeniedDetail).toMatchObject({
    AuthAction: "cen:CreateCen",
    AuthPrincipalType: "SubUser",
    AuthPrincipalDisplayName: "alice",
    AuthPrincipalOwnerId: hub,
  });
});

test("a denied read is refused, or by the switch answers with an empty list", async () => {
  const [strict, silent] = [createCloud("403"), createCloud("empty-list")];
  for (const cloud of [strict, silent])
    expect((await callCloud(cloud, "Cbn.CreateCen", { Name: "seen" })).status).toBe(200);
  expect((await callCloud(strict, "Cbn.DescribeCens", {}, options)).body.Code).toBe("Forbidden.RAM");
  expect((await callCloud(silent, "Cbn.DescribeCens")).body.TotalCount).toBe(1);
  expect((await callCloud(silent, "Cbn.DescribeCens", {}, options)).body).toMatchObject({
    TotalCount: 0,
    Cens: { Cen: [] },
  });
});

test("a write stays refused where reads are silent", async () => {
  expect((await callCloud(createCloud("empty-list"), "Cbn.CreateCen", {}, options)).body.Code).toBe("Forbidden.RAM");
});

test("what is not denied is allowed, and who-am-I always", async () => {
  const all = { ...alice, denied: ["*"] };
  const cloud = createTinyCloud({ scenario: tinyScenario([all]) });
  expect((await callCloud(cloud, "Sts.GetCallerIdentity", {}, { key: all })).status).toBe(200);
  expect((await callCloud(createCloud("403"), "Bss.QueryOrders", {}, options)).status).toBe(200);
});
