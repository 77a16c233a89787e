import { expect, test } from "vitest";
import { proxyOf } from "../../../src/api/client/proxy.ts";

const cbn = "https://cbn.aliyuncs.com";
const env = { HTTPS_PROXY: "http://proxy.example:3128" };

test.each([
  [{}, undefined],
  [env, "proxy.example:3128"],
  [{ https_proxy: "proxy.example:3128" }, "proxy.example:3128"],
  [{ ...env, NO_PROXY: "localhost, .aliyuncs.com" }, undefined],
  [{ ...env, NO_PROXY: "cbn.aliyuncs.com" }, undefined],
  [{ ...env, no_proxy: "*" }, undefined],
  [{ ...env, NO_PROXY: "uncs.com" }, "proxy.example:3128"],
])("with %o the way to Cbn goes through %s", (of, host) => expect(proxyOf(of)(cbn)?.host).toBe(host));

test("a simulated cloud on loopback is never behind a proxy", () => {
  expect(proxyOf(env)("http://127.0.0.1:8080")).toBeUndefined();
});
