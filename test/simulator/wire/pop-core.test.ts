import RPC from "@alicloud/pop-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTinyCloud, hub, hubKey } from "./tiny-cloud.ts";

const cloud = createTinyCloud({ start: Date.now() });
let url = "";

beforeAll(async () => {
  url = (await cloud.listen()).url;
});
afterAll(() => cloud.close());

function createClient(apiVersion: string, secret = hubKey.secret): RPC {
  return new RPC({ endpoint: url, apiVersion, accessKeyId: hubKey.id, accessKeySecret: secret });
}

test.each(["GET", "POST"])("the official RPC client is understood by %s", async (method) => {
  const reply = await createClient("2015-04-01").request("GetCallerIdentity", {}, { method });
  expect(reply).toMatchObject({ AccountId: hub, RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/) });
});

test("a list parameter, flattened by the client, arrives as a list", async () => {
  const params = {
    Name: "tagged",
    Tag: [
      { Key: "a", Value: "1" },
      { Key: "b", Value: "2" },
    ],
  };
  await createClient("2017-09-12").request("CreateCen", params, { method: "POST" });
  expect(cloud.calls().at(-1)).toMatchObject({ code: "OK", params });
});

test("a parameter with every awkward character is signed alike on both sides", async () => {
  const params = { RegionId: "cn-shanghai", Name: "a b*c~!'()é中/+=" };
  const refused = createClient("2018-03-13").request("DescribeSmartAccessGateways", params, { method: "POST" });
  await expect(refused).resolves.toHaveProperty("TotalCount", 0);
});

test("a refusal has the service's body, status and headers", async () => {
  const failure = await createClient("2015-04-01")
    .request("NoSuchAction", {}, { method: "POST" })
    .then(
      () => expect.unreachable(),
      (error) => error,
    );
  const { statusCode, headers } = failure.entry.response;
  expect(statusCode).toBe(404);
  expect(headers["content-type"]).toBe("application/json;charset=utf-8");
  const { RequestId, HostId, Code, Message, Recommend } = failure.data;
  expect(Code).toBe("InvalidAction.NotFound");
  expect(Message).toBe("Specified api is not found, please check your url and method.");
  expect(HostId).toBe(new URL(url).host);
  expect(Recommend).toBe(
    `https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound&product=Sts&requestId=${RequestId}`,
  );
});

test("the official client recognises a wrong secret by the text that was signed", async () => {
  const call = createClient("2015-04-01", "wrong").request("GetCallerIdentity", {}, { method: "POST" });
  await expect(call).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
});
