import { expect, test } from "vitest";
import { callCloud } from "./call-cloud.ts";
import { createTinyCloud } from "./tiny-cloud.ts";

test("actions and parameters outside the model are refused and counted", async () => {
  const cloud = createTinyCloud();
  const action = await callCloud(cloud, "Cbn.CreateTrafficMarkingPolicy");
  expect([action.status, action.body.Code]).toEqual([404, "InvalidAction.NotFound"]);
  const parameter = await callCloud(cloud, "Cbn.CreateCen", { Colour: "red" });
  expect([parameter.status, parameter.body.Code]).toEqual([400, "InvalidParameter"]);
  await callCloud(cloud, "Cbn.CreateCen", { Colour: "blue" });
  expect(cloud.unmodelled()).toEqual({ "Cbn.CreateTrafficMarkingPolicy": 1, "Cbn.CreateCen.Colour": 2 });
});

test("Smartag has a code of its own for an unknown action", async () => {
  const { status, body } = await callCloud(createTinyCloud(), "Smartag.DescribeHealthChecks");
  expect([status, body.Code]).toEqual([404, "InvalidApi.NotFound"]);
});

test.each([["XML"], ["xml"]])("answers are JSON alone: Format=%s is refused and counted", async (Format) => {
  const cloud = createTinyCloud();
  const { status, body } = await callCloud(cloud, "Cbn.DescribeCens", {}, { protocol: { Format } });
  expect([status, body.Code]).toEqual([400, "InvalidParameter"]);
  expect(cloud.unmodelled()).toEqual({ "Cbn.DescribeCens.Format": 1 });
});

test("another version of a product is refused", async () => {
  const { body } = await callCloud(
    createTinyCloud(),
    "Sts.GetCallerIdentity",
    {},
    { protocol: { Version: "1999-01-01" } },
  );
  expect(body.Code).toBe("InvalidVersion");
});

test.each([
  ["PUT", "/", "UnsupportedHTTPMethod"],
  ["POST", "/clusters", "InvalidAction.NotFound"],
])("%s %s is refused with %s", async (method, path, code) => {
  const cloud = createTinyCloud();
  const response = await cloud.fetch(new Request(`http://127.0.0.1${path}?Action=X&Version=2015-04-01`, { method }));
  expect(await response.json()).toMatchObject({ Code: code });
});
