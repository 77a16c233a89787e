import { expect, test } from "vitest";
import type { Product } from "../../../src/api/call.ts";
import { oneEndpoint, realEndpoint } from "../../../src/api/client/endpoints.ts";
import { everyCall } from "../../api/every-call.ts";

test.each<[Product, string, string]>([
  ["Smartag", "cn-shanghai", "https://smartag.cn-shanghai.aliyuncs.com"],
  ["Cbn", "central", "https://cbn.aliyuncs.com"],
  ["Vpc", "cn-hangzhou", "https://vpc.aliyuncs.com"],
  ["Vpc", "us-west-1", "https://vpc.us-west-1.aliyuncs.com"],
  ["Ecs", "cn-hangzhou", "https://ecs-cn-hangzhou.aliyuncs.com"],
  ["Ecs", "us-west-1", "https://ecs.us-west-1.aliyuncs.com"],
  ["Sts", "central", "https://sts.aliyuncs.com"],
  ["BssOpenApi", "cn-hangzhou", "https://business.aliyuncs.com"],
  ["BssOpenApi", "ap-southeast-1", "https://business.ap-southeast-1.aliyuncs.com"],
])("%s in %s is at %s", (product, region, url) => expect(realEndpoint(product, region)).toBe(url));

test("no call of ours goes to a host with an empty or a placeholder region", () => {
  const hosts = everyCall.map((call) => realEndpoint(call.product, call.region));
  expect(hosts.filter((host) => /\.\.|central|undefined|mainland/.test(host))).toEqual([]);
});

test("a simulated cloud is at one URL", () => {
  expect(oneEndpoint("http://127.0.0.1:8080")("Vpc", "us-west-1")).toBe("http://127.0.0.1:8080");
});
