import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../src/api/call.ts";
import { listGateways, readGateway } from "../../../src/api/gateways.ts";
import { readAll } from "../../../src/api/read.ts";
import { readGatewayUse } from "../../../src/api/smartag-use.ts";
import { plain } from "../../../src/text.ts";
import { at } from "../../api/gateway-order.ts";
import { answered, failed, scriptedCloud } from "./scripted-cloud.ts";

const read = listGateways(at);

const page = (id: string, fields: Readonly<Record<string, unknown>> = {}) =>
  answered({ SmartAccessGateways: { SmartAccessGateway: [{ SmartAGId: id }] }, TotalCount: 101, ...fields });

async function errorOf(outcome: Outcome) {
  const error = await readAll(scriptedCloud(outcome).cloud, readGatewayUse(at)).catch((thrown) => thrown);
  return { error, all: [error.message, ...error.tryThis.map(plain)].join("\n") };
}

describe("pages", () => {
  test("are all asked for", async () => {
    const { cloud, sent } = scriptedCloud(
      page("sag-1"),
      page("sag-2", { PageNumber: 2 }),
      page("sag-3", { PageNumber: 3 }),
    );
    const gateways = await readAll(cloud, read);
    expect(gateways.map((one) => one.id)).toEqual(["sag-1", "sag-2", "sag-3"]);
    expect(sent.map((call) => call.params.PageNumber)).toEqual([1, 2, 3]);
  });

  test("that do not say their number are asked for all the same", async () => {
    const { cloud } = scriptedCloud(page("sag-1"), page("sag-2"), page("sag-3"));
    expect(await readAll(cloud, read)).toHaveLength(3);
  });

  test("that lead back to one asked for before end the list", async () => {
    const { cloud, sent } = scriptedCloud(page("sag-1", { PageNumber: 1 }), page("sag-2", { PageNumber: 1 }));
    await readAll(cloud, read);
    expect(sent).toHaveLength(2);
  });
});

describe("an error that only says that there is nothing", () => {
  test("is an absent gateway", async () => {
    const { cloud } = scriptedCloud(failed("refused", "SAG.InstanceNoFound"));
    expect(await readAll(cloud, readGateway({ ...at, id: "sag-1" }))).toBeUndefined();
  });

  test("is an error where nothing was named", async () => {
    const { error } = await errorOf(failed("refused", "SAG.InstanceNoFound"));
    expect(error).toMatchObject({ kind: "cloud-refused", requestId: "REQ-1" });
  });
});

describe("what a person reads", () => {
  test.each([
    ["InvalidParameter", "run the same command again"],
    ["QuotaExceeded.Something", "Quota Center"],
  ])("%s: the call, the request and what to do", async (code, remedy) => {
    const { all } = await errorOf(failed("refused", code));
    for (const part of ["DescribeRegions", code, "REQ-1", remedy]) expect(all).toContain(part);
  });

  test("a missing permission names the RAM action and the request", async () => {
    const { error, all } = await errorOf(failed("refused", "Forbidden.RAM"));
    expect(error).toMatchObject({ kind: "denied", code: "permission-missing", requestId: "REQ-1" });
    expect(all).toContain("smartag:GetSmartAccessGatewayUseLimit");
    expect(all).toContain("REQ-1");
  });

  test("a wrong key names the account", async () => {
    const { error, all } = await errorOf(failed("refused", "InvalidAccessKeyId.NotFound"));
    expect(error).toMatchObject({ kind: "denied", code: "credentials-refused" });
    expect(all).toContain("account hub");
  });

  test("a clock that is off is called that", async () => {
    const { error, all } = await errorOf(failed("refused", "InvalidTimeStamp.Expired"));
    expect(error).toMatchObject({ kind: "denied", code: "clock-skew" });
    expect(all).toContain("clock");
  });

  test("a web page points at the proxy", async () => {
    const { error, all } = await errorOf(failed("unknown", "sagctl.WebPage", "the answer is a web page, not JSON"));
    expect(error).toMatchObject({ kind: "unreachable" });
    expect(all).toContain("proxy");
  });

  test.each([
    ["unsent", "sagctl.NotConnected", "unreachable"],
    ["unknown", "sagctl.EmptyBody", "unreachable"],
    ["unknown", "ServiceUnavailable", "unreachable"],
    ["busy", "Throttling.User", "unreachable"],
    ["refused", "InvalidParameter", "cloud-refused"],
    ["refused", "sagctl.NoCredentials", "denied"],
  ] as const)("%s %s is %s and names call and code or cause", async (is, code, kind) => {
    const { error, all } = await errorOf(failed(is, code));
    expect(error.kind).toBe(kind);
    expect(all).toMatch(/Smartag.*DescribeRegions/);
    expect(all).toContain("because");
  });
});
