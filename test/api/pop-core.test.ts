import type { RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { ApiCall, Cloud, Outcome } from "../../src/api/call.ts";
import { oneEndpoint } from "../../src/api/client/endpoints.ts";
import { createPopCoreCloud, type PopCoreOptions } from "../../src/api/client/pop-core.ts";
import { activateGateway, createGateway, listGateways } from "../../src/api/gateways.ts";
import type { Clock } from "../../src/clock.ts";
import { SagctlError } from "../../src/errors.ts";
import { say } from "../../src/text.ts";
import { everyWrite } from "./every-call.ts";
import { at, gatewayOrder, shipTo } from "./gateway-order.ts";
import { deafUrl, listening, serve } from "./local-server.ts";
import { filled } from "./open-client.ts";

const keys = {
  accessKeyId: "LTAI5tLocalTest000001",
  accessKeySecret: "local+test/secret=1",
  securityToken: "sts/token+1",
};
const noon = Date.UTC(2026, 10, 2, 12);
const clock: Clock = { now: () => noon, sleep: async () => {}, during: (io) => io };
const read = listGateways(at).call;
const keyed = activateGateway({ ...at, id: "sag-1" }).call;
const purchase: ApiCall = filled(createGateway(gatewayOrder).call);

function cloudAt(url: string, options: Partial<PopCoreOptions> = {}): Cloud {
  return createPopCoreCloud({ keysOf: async () => keys, endpoint: oneEndpoint(url), clock, ...options });
}

const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };

async function sent(call: ApiCall, answer: RequestListener, options?: Partial<PopCoreOptions>): Promise<Outcome> {
  const { url } = await serve(answer);
  return cloudAt(url, options).send(call);
}

const codeOf = (outcome: Outcome) => (outcome.is === "answered" ? "" : outcome.error.code);

describe("the request", () => {
  test("is a POST to the root with everything in its body", async () => {
    const { url, received } = await serve(json({ RequestId: "A" }));
    await cloudAt(url).send(read);
    expect(received).toMatchObject([{ method: "POST", url: "/" }]);
    expect(Object.fromEntries(received[0]?.form ?? [])).toMatchObject({
      Action: "DescribeSmartAccessGateways",
      Version: "2018-03-13",
      RegionId: "cn-shanghai",
      PageSize: "50",
      Timestamp: "2026-11-02T12:00:00Z",
    });
  });

  test("flattens lists as the service wants them", async () => {
    const { url, received } = await serve(json({ RequestId: "A" }));
    const allow = everyWrite.find((write) => write.call.action === "AuthorizeSecurityGroup")?.call as ApiCall;
    await cloudAt(url).send({ ...allow, params: { ...allow.params, ClientToken: "t-1" } });
    expect(received[0]?.form.get("Permissions.1.SourceCidrIp")).toBe("172.16.0.0/12");
  });

  test("of a purchase carries the time of its intent", async () => {
    const { url, received } = await serve(json({ RequestId: "A" }));
    await cloudAt(url).send({ ...purchase, signedAt: noon - 60_000 });
    expect(received[0]?.form.get("Timestamp")).toBe("2026-11-02T11:59:00Z");
  });

  test("never leaves with a placeholder in it", async () => {
    const { url, received } = await serve(json({ RequestId: "A" }));
    const waiting = { ...keyed, params: { ...keyed.params, SmartAGId: "<purchase/beijing.id>" } };
    await expect(cloudAt(url).send(waiting)).rejects.toThrow("<purchase/beijing.id>");
    const unmarked = { ...purchase, params: { ...purchase.params, Description: "<marker>" } };
    await expect(cloudAt(url).send(unmarked)).rejects.toThrow("<marker>");
    expect(received).toEqual([]);
  });

  test("does not leave without a key", async () => {
    const { url, received } = await serve(json({ RequestId: "A" }));
    const none = cloudAt(url, { keysOf: async () => ({ accessKeyId: "", accessKeySecret: "" }) });
    expect(await none.send(keyed)).toMatchObject({ is: "refused", error: { code: "sagctl.NoCredentials" } });
    const why = new SagctlError({ kind: "denied", code: "x", message: say`the sign-in has expired` });
    const failing = cloudAt(url, { keysOf: () => Promise.reject(why) });
    expect(await failing.send(keyed)).toMatchObject({ error: { message: "no key for hub: the sign-in has expired" } });
    expect(received).toEqual([]);
  });
});

describe("an answer", () => {
  test("is plain data, with every digit of a long number", async () => {
    const body =
      '{"RequestId":"A","OwnerId":1000000000000001,"Deep":[{"Uid":12345678901234567890,"Rtt":0.123456789012345}]}';
    const outcome = await sent(read, json(body));
    expect(outcome).toStrictEqual({
      is: "answered",
      reply: {
        RequestId: "A",
        OwnerId: "1000000000000001",
        Deep: [{ Uid: "12345678901234567890", Rtt: 0.123456789012345 }],
      },
    });
  });

  test("may carry a Code that says success", async () => {
    expect(await sent(read, json({ RequestId: "A", Code: "200", Success: true }))).toMatchObject({ is: "answered" });
  });

  test("with HTTP 200 and Success false is a refusal by its Code", async () => {
    const body = { RequestId: "A", Success: false, Code: "InvalidOwner", Message: "no" };
    expect(await sent(read, json(body))).toMatchObject({
      is: "refused",
      error: { code: "InvalidOwner", httpStatus: 200 },
    });
  });

  test("of BSS with NotApplicable is a refusal although it says Success", async () => {
    const body = { RequestId: "A", Success: true, Code: "NotApplicable", Message: "wrong site" };
    expect(await sent(read, json(body))).toMatchObject({ is: "refused", error: { code: "NotApplicable" } });
  });

  test("sets the service's clock by its Date header", async () => {
    const { url } = await serve(json({ RequestId: "A" }, 200, { date: new Date(noon - 600_000).toUTCString() }));
    const cloud = cloudAt(url);
    expect(cloud.serverNow()).toBe(noon);
    await cloud.send(read);
    expect(cloud.serverNow()).toBe(noon - 600_000);
  });

  test("that is an error sets the clock too, so that the next request is in time", async () => {
    const late = { RequestId: "A", Code: "InvalidTimeStamp.Expired", Message: "expired" };
    const { url, received } = await serve(json(late, 400, { date: new Date(noon + 1_800_000).toUTCString() }));
    const cloud = cloudAt(url);
    await cloud.send(read);
    await cloud.send(read);
    expect(received[1]?.form.get("Timestamp")).toBe("2026-11-02T12:30:00Z");
  });
});

describe("a refusal", () => {
  const refusal = (Code: string) => ({ RequestId: "REQ-1", Code, Message: "because" });

  test("keeps code, message, request id and status", async () => {
    expect(await sent(keyed, json(refusal("InvalidId.SMARTAG"), 403))).toStrictEqual({
      is: "refused",
      error: {
        code: "InvalidId.SMARTAG",
        message: "because",
        requestId: "REQ-1",
        httpStatus: 403,
        product: "Smartag",
        action: "ActivateSmartAccessGateway",
      },
    });
  });

  test("is decided by Code: a state error comes with HTTP 500", async () => {
    const outcome = await sent(keyed, json(refusal("SmartAccessGatewayNotActivated"), 500));
    expect(outcome).toMatchObject({ is: "refused" });
  });

  test("for throttling is busy, with the wait that the service asks for in milliseconds", async () => {
    const busy = json(refusal("Throttling.User"), 400, { "x-acs-retry-after": "1500" });
    expect(await sent(keyed, busy)).toMatchObject({ is: "busy", afterMs: 1500 });
    expect(await sent(keyed, json(refusal("Throttling.User"), 400))).not.toHaveProperty("afterMs");
  });

  test("spelled in small letters by a gateway is one", async () => {
    const small = json({ code: "Throttling", message: "slow down", requestId: "R" }, 503);
    expect(await sent(read, small)).toMatchObject({ is: "busy", error: { message: "slow down", requestId: "R" } });
  });

  test("of an unknown kind leaves a purchase unknown and anything else refused", async () => {
    expect(await sent(purchase, json(refusal("Odd.Code"), 400))).toMatchObject({ is: "unknown" });
    expect(await sent(keyed, json(refusal("Odd.Code"), 400))).toMatchObject({ is: "refused" });
  });
});

describe("no answer", () => {
  const end = (text: string, status = 200): RequestListener => json(text, status);
  const cut: RequestListener = (_, response: ServerResponse) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"RequestId":');
    response.socket?.destroy();
  };
  const drop: RequestListener = (request) => request.socket.destroy();
  const never: RequestListener = () => {};

  test.each([
    ["a proxy's page", end("<!DOCTYPE html><title>Sign in</title>", 200), "sagctl.WebPage"],
    ["a gateway's 502 page", end("<html>Bad gateway</html>", 502), "sagctl.WebPage"],
    ["an empty body", end(""), "sagctl.EmptyBody"],
    ["JSON cut short", end('{"RequestId":"A","Smart'), "sagctl.NoJson"],
    ["null", end("null"), "sagctl.NoJson"],
    ["a list", end("[]"), "sagctl.NoJson"],
    ["HTTP 500 without a Code", json({ RequestId: "A" }, 500), "sagctl.NoCode"],
    ["Success false without a Code", json({ RequestId: "A", Success: false }), "sagctl.NoCode"],
    ["JSON of somebody else", json({ ok: true }), "sagctl.NoRequestId"],
    ["a body cut off", cut, "sagctl.ConnectionLost"],
    ["a connection dropped", drop, "sagctl.ConnectionLost"],
  ])("%s leaves the outcome unknown", async (_, answer, code) => {
    const outcome = await sent(keyed, answer);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unknown", code]);
  });

  test("silence leaves the outcome unknown", async () => {
    const outcome = await sent(keyed, never, { readTimeoutMs: 100 });
    expect([outcome.is, codeOf(outcome)]).toEqual(["unknown", "sagctl.TimedOut"]);
  });

  test("a connection refused means that nothing was sent", async () => {
    const outcome = await cloudAt(await deafUrl()).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.NotConnected"]);
  });

  test("a connection that is never opened means that nothing was sent", async () => {
    const mute = await listening(createServer(), "https");
    const outcome = await cloudAt(mute, { connectTimeoutMs: 50 }).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.NotConnected"]);
  });

  test("a connection closed during the TLS handshake means that nothing was sent", async () => {
    const closing = await listening(
      createServer((socket) => socket.once("data", () => socket.destroy())),
      "https",
    );
    const outcome = await cloudAt(closing).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.NotConnected"]);
  });

  test("a TLS handshake that fails means that nothing was sent", async () => {
    const { url } = await serve(json({ RequestId: "A" }));
    const outcome = await cloudAt(url.replace("http:", "https:")).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.NotTrusted"]);
  });
});

describe("through a proxy", () => {
  const proxied = (proxy: string) => cloudAt("https://smartag.example:443", { proxyOf: () => new URL(proxy) });

  test("a tunnel to the service is asked for, and nothing of the request is shown to the proxy", async () => {
    const asked: string[] = [];
    const proxy = createServer((socket) => {
      socket.once("data", (data) => {
        asked.push(String(data));
        socket.end("HTTP/1.1 407 Who are you\r\n\r\n");
      });
    });
    const url = (await listening(proxy)).replace("//", "//li:p%40ss@");
    const outcome = await proxied(url).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.ProxyRefused"]);
    expect(asked.join()).toMatch(/^CONNECT smartag.example:443 HTTP/);
    expect(asked.join()).toContain(`Basic ${Buffer.from("li:p@ss").toString("base64")}`);
    expect(asked.join()).not.toContain("AccessKeyId");
    expect(outcome).toMatchObject({ error: { message: "the proxy refused (HTTP 407)" } });
  });

  test("a tunnel that opens carries a TLS handshake", async () => {
    const first: Buffer[] = [];
    const proxy = createServer((socket) => {
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.once("data", (data) => {
          first.push(data);
          socket.end("not TLS at all");
        });
      });
    });
    const outcome = await proxied(await listening(proxy)).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.NotTrusted"]);
    expect(first[0]?.[0]).toBe(22);
  });

  test("that nobody runs nothing is sent", async () => {
    const outcome = await proxied(await deafUrl()).send(purchase);
    expect([outcome.is, codeOf(outcome)]).toEqual(["unsent", "sagctl.ProxyRefused"]);
  });
});

test("connections of reads are kept, a write opens its own", async () => {
  const ports: (number | undefined)[] = [];
  const { url } = await serve((request, response) => {
    ports.push(request.socket.remotePort);
    response.end('{"RequestId":"A"}');
  });
  const cloud = cloudAt(url);
  for (const call of [read, read, keyed, keyed]) await cloud.send(call);
  expect(ports[0]).toBe(ports[1]);
  expect(new Set(ports).size).toBe(3);
});

describe("no error holds a secret", () => {
  const echo: RequestListener = (request, response) => {
    response.writeHead(400);
    response.end(
      JSON.stringify({ RequestId: "A", Code: "SignatureDoesNotMatch", Message: quoting(request.headers.host) }),
    );
  };
  const quoting = (host = "") =>
    `${host}: key ${keys.accessKeyId}, ${encodeURIComponent(keys.securityToken)}, to ${shipTo.mobile} at ${shipTo.address}. ` +
    "server string to sign is:POST&%2F&AccessKeyId%3Dx%26Signature%3Dabc";

  test.each<[string, RequestListener | undefined]>([
    ["the service quotes the request", echo],
    ["a page answers", json("<html>AccessKeyId=LTAI5tLocalTest000001</html>", 503)],
    ["nobody listens", undefined],
    ["nobody answers", () => {}],
  ])("when %s", async (_, answer) => {
    const url = answer ? (await serve(answer)).url : await deafUrl();
    const text = JSON.stringify(await cloudAt(url, { readTimeoutMs: 100 }).send(purchase));
    const secrets = [...Object.values(keys), shipTo.mobile, shipTo.address, "Signature=", "%26Signature", url];
    expect(text.length).toBeGreaterThan(50);
    for (const secret of [...secrets, ...secrets.map(encodeURIComponent)]) expect(text).not.toContain(secret);
  });
});
