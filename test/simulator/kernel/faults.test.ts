import { describe, expect, test } from "vitest";
import type { FaultOrder } from "../../../src/simulator/faults/fault.ts";
import { callCloud, formRequest, signedParams } from "../wire/call-cloud.ts";
import { createTinyCloud, hub } from "../wire/tiny-cloud.ts";

type Cloud = ReturnType<typeof createTinyCloud>;

const MINUTE = 60_000;
const create = (cloud: Cloud) => callCloud(cloud, "Cbn.CreateCen", { Name: "global" });
const cens = (cloud: Cloud) => cloud.world.all("cen").length;

function createFaulty(order: Partial<FaultOrder> & Pick<FaultOrder, "what">): Cloud {
  const cloud = createTinyCloud();
  cloud.faults.add({ when: { action: "CreateCen" }, ...order });
  return cloud;
}

describe("a fault that answers", () => {
  test.each([
    ["refuse", 403, "Forbidden", 0],
    ["code", 400, "InvalidParameter", 0],
    ["quota", 400, "QuotaExceeded", 0],
    ["throttle", 400, "Throttling.User", 0],
    ["expired-token", 400, "InvalidSecurityToken.Expired", 0],
    ["500-before-commit", 500, "InternalError", 0],
    ["500-after-commit", 500, "InternalError", 1],
  ] as const)("%s: %i %s, and %i CENs", async (what, status, code, made) => {
    const cloud = createFaulty({ what });
    const { status: answered, body } = await create(cloud);
    expect([answered, body.Code, cens(cloud)]).toEqual([status, code, made]);
    expect(cloud.calls().at(-1)).toMatchObject({ code, committed: made === 1 });
  });

  test("takes the status and code it is told", async () => {
    const { status, body } = await create(
      createFaulty({ what: "code", status: 409, code: "Forbbiden", message: "no" }),
    );
    expect([status, body.Code, body.Message]).toEqual([409, "Forbbiden", "no"]);
  });

  test("throttles with the time to wait only where it is told one", async () => {
    const plain = await create(createFaulty({ what: "throttle" }));
    expect(plain.headers.get("x-acs-retry-after")).toBe(null);
    const timed = await create(createFaulty({ what: "throttle", retryAfterMs: 1500 }));
    expect(timed.headers.get("x-acs-retry-after")).toBe("1500");
  });

  test("spoils the body after the commit", async () => {
    for (const [what, text] of [["empty-body", ""] as const, ["html-body", "<html>"] as const]) {
      const cloud = createFaulty({ what });
      const response = await cloud.fetch(formRequest(signedParams(cloud, "Cbn.CreateCen", {})));
      expect((await response.text()).slice(0, 6)).toBe(text);
      expect(cens(cloud)).toBe(1);
    }
  });
});

describe("a fault that breaks the connection", () => {
  test.each([
    ["reset-before-commit", 0],
    ["reset-after-commit", 1],
  ] as const)("%s leaves %i CENs", async (what, made) => {
    const cloud = createFaulty({ what });
    await expect(create(cloud)).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
    expect(cens(cloud)).toBe(made);
    expect(cloud.calls().at(-1)?.code).toBe("NoAnswer");
  });

  test("truncated-body: half an answer arrives, the commit stands", async () => {
    const cloud = createFaulty({ what: "truncated-body" });
    const response = await cloud.fetch(formRequest(signedParams(cloud, "Cbn.CreateCen", {})));
    await expect(response.text()).rejects.toThrow();
    expect(cens(cloud)).toBe(1);
  });

  test("late-commit: the connection breaks, and the request takes effect later", async () => {
    const cloud = createFaulty({ what: "late-commit", virtualMs: 10 * MINUTE });
    await expect(create(cloud)).rejects.toThrow();
    await cloud.advanceTo(cloud.now() + 9 * MINUTE);
    expect(cens(cloud)).toBe(0);
    await cloud.advanceTo(cloud.now() + MINUTE);
    expect(cens(cloud)).toBe(1);
    expect(cloud.calls()[0]).toMatchObject({ committed: true, code: "CommittedLate" });
  });

  test("over loopback the socket is reset and a half body is missing its end", async () => {
    const cloud = createTinyCloud();
    const { url } = await cloud.listen();
    const post = () =>
      fetch(url, { method: "POST", body: new URLSearchParams(signedParams(cloud, "Cbn.CreateCen", {})) });
    cloud.faults.add({ when: {}, what: "reset-after-commit" });
    await expect(post()).rejects.toThrow();
    cloud.faults.add({ when: {}, what: "truncated-body" });
    await expect(post().then((response) => response.text())).rejects.toThrow();
    expect((await post()).status).toBe(200);
    expect(cens(cloud)).toBe(3);
    await cloud.close();
  });
});

describe("a fault of time", () => {
  test("hold-answer: committed and withheld until released", async () => {
    const cloud = createFaulty({ what: "hold-answer", id: "held" });
    const answer = create(cloud);
    await expect.poll(() => cloud.faults.held()).toBe(1);
    expect(cens(cloud)).toBe(1);
    expect(cloud.faults.release("another")).toBe(0);
    expect(cloud.faults.release("held")).toBe(1);
    expect((await answer).status).toBe(200);
  });

  test("hold-answer at accept: nothing is committed meanwhile", async () => {
    const cloud = createFaulty({ what: "hold-answer", point: "accept" });
    const answer = create(cloud);
    await expect.poll(() => cloud.faults.held()).toBe(1);
    expect(cens(cloud)).toBe(0);
    cloud.faults.clear();
    expect((await answer).status).toBe(200);
  });

  test("late-answer: the world's time passes before the answer", async () => {
    const cloud = createFaulty({ what: "late-answer", virtualMs: 20 * MINUTE });
    const before = cloud.now();
    const { body } = await create(cloud);
    expect(body.CenId).toMatch(/^cen-/);
    expect(cloud.now()).toBe(before + 20 * MINUTE);
  });

  test("hang-task: what the write began does not end in time", async () => {
    const cloud = createFaulty({ what: "hang-task" });
    const { body } = await create(cloud);
    await cloud.advanceTo(cloud.now() + 24 * 60 * MINUTE);
    expect(cloud.world.find("cen", String(body.CenId))).toMatchObject({ status: "Creating" });
    expect(cloud.world.isHeld(`cen:${body.CenId}`)).toBe(true);
  });

  test("stale-read: the list is as it was before the write", async () => {
    const cloud = createTinyCloud();
    cloud.faults.add({ when: { kind: "read", nth: 2 }, what: "stale-read" });
    await create(cloud);
    const counts = [];
    for (let i = 0; i < 3; i++) counts.push((await callCloud(cloud, "Cbn.DescribeCens")).body.TotalCount);
    expect(counts).toEqual([1, 0, 1]);
  });
});

describe("insufficient-balance", () => {
  test("leaves the purse as it was, and is gone with the next call", async () => {
    const cloud = createTinyCloud();
    cloud.faults.add({ when: { action: "CreateCenBandwidthPackage" }, what: "insufficient-balance" });
    const params = {
      GeographicRegionAId: "China",
      GeographicRegionBId: "North-America",
      Bandwidth: "10",
      BandwidthPackageChargeType: "POSTPAY",
      AutoPay: "true",
    };
    const { body } = await callCloud(cloud, "Cbn.CreateCenBandwidthPackage", params);
    expect(body.Code).toBe("PayFor.AccountMoneyValidateError");
    expect(cloud.world.account(hub).balance).toBe(100_000);
    expect((await callCloud(cloud, "Cbn.CreateCenBandwidthPackage", params)).status).toBe(200);
  });
});

describe("whom a fault meets", () => {
  async function outcomes(order: FaultOrder, calls: number): Promise<string[]> {
    const cloud = createTinyCloud();
    cloud.faults.add(order);
    const codes = [];
    for (let i = 0; i < calls; i++) codes.push((await callCloud(cloud, "Sts.GetCallerIdentity")).body.Code ?? "OK");
    return codes;
  }
  const bad = "Forbidden";

  test("once, unless told otherwise", async () => {
    expect(await outcomes({ when: {}, what: "refuse" }, 3)).toEqual([bad, "OK", "OK"]);
    expect(await outcomes({ when: {}, what: "refuse", times: 2 }, 3)).toEqual([bad, bad, "OK"]);
    expect(await outcomes({ when: {}, what: "refuse", times: "always" }, 3)).toEqual([bad, bad, bad]);
  });

  test("by position in the log, by the nth match, by product and kind", async () => {
    expect(await outcomes({ when: { index: 2 }, what: "refuse" }, 3)).toEqual(["OK", bad, "OK"]);
    expect(await outcomes({ when: { product: "Sts", nth: 3 }, what: "refuse" }, 3)).toEqual(["OK", "OK", bad]);
    const fromThen = { when: { product: "Sts", from: 2 }, what: "refuse", times: "always" } as const;
    expect(await outcomes(fromThen, 4)).toEqual(["OK", bad, bad, bad]);
    expect(await outcomes({ when: { product: "Sts", from: 2 }, what: "refuse" }, 3)).toEqual(["OK", bad, "OK"]);
    expect(await outcomes({ when: { product: "Cbn" }, what: "refuse", times: "always" }, 2)).toEqual(["OK", "OK"]);
    expect(await outcomes({ when: { kind: "write" }, what: "refuse", times: "always" }, 2)).toEqual(["OK", "OK"]);
  });

  test("by a share drawn from the seed, the same every time", async () => {
    const order: FaultOrder = { id: "some", when: { share: 0.5 }, what: "refuse", times: "always" };
    const first = await outcomes(order, 20);
    expect(new Set(first)).toEqual(new Set(["OK", bad]));
    expect(await outcomes(order, 20)).toEqual(first);
  });
});
