import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Clock, realClock } from "../../../src/clock.ts";
import { probeTcp } from "../../../src/probe/tcp.ts";

async function listen(onConnection: (server: Server) => void = () => {}): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.end();
    onConnection(server);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { server, port: (server.address() as AddressInfo).port };
}

/** Each look at the clock is 10 ms later than the one before; sleeping takes until the signal. */
function tickingClock(): Clock {
  let now = 0;
  return { ...realClock, now: () => (now += 10) };
}

describe("a TCP probe", () => {
  it("connects four times and judges three", async () => {
    let connections = 0;
    const { port } = await listen(() => {
      connections += 1;
    });
    const result = await probeTcp(tickingClock(), { address: "127.0.0.1", port });
    expect(result).toEqual({ is: "answered", sent: 3, received: 3, averageMs: 10 });
    expect(connections).toBe(4);
  });

  it("takes a refusal for an answer, and says that it was one", async () => {
    const { server, port } = await listen();
    server.close();
    await once(server, "close");
    const result = await probeTcp(tickingClock(), { address: "127.0.0.1", port });
    expect(result).toEqual({ is: "answered", sent: 3, received: 3, averageMs: 10, refused: 3 });
  });

  it("is silent when its time is over before anybody answers", async () => {
    const { port } = await listen();
    const clock: Clock = { ...tickingClock(), sleep: () => Promise.resolve() };
    expect(await probeTcp(clock, { address: "127.0.0.1", port })).toEqual({ is: "silent", sent: 3, received: 0 });
  });

  it("starts from the source it was given", async () => {
    const { server, port } = await listen();
    const peers: (string | undefined)[] = [];
    server.on("connection", (socket) => peers.push(socket.remoteAddress));
    await probeTcp(realClock, { address: "127.0.0.1", port, source: "127.0.0.1" });
    expect(peers).toHaveLength(4);
    const elsewhere = await probeTcp(realClock, { address: "127.0.0.1", port, source: "192.0.2.1" });
    expect(elsewhere).toEqual({ is: "silent", sent: 3, received: 0 });
  });
});
