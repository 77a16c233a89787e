import { networkInterfaces } from "node:os";
import { realEndpoint } from "../api/client/endpoints.ts";
import { createPopCoreCloud } from "../api/client/pop-core.ts";
import { proxyOf } from "../api/client/proxy.ts";
import { withBssSite } from "../api/client/with-bss-site.ts";
import { withThrottle } from "../api/client/with-throttle.ts";
import { realClock } from "../clock.ts";
import type { OpenCloud } from "../commands/context.ts";
import type { Flags } from "../commands/flags.ts";
import { isOnInstance } from "../engine/probe-path.ts";
import type { Host } from "../host.ts";
import type { Network } from "../network/network.ts";
import { pingFromInstance } from "../probe/on-instance.ts";
import { createProbe } from "../probe/probe.ts";
import { createRunner } from "../probe/run-program.ts";
import { unknownPrice } from "./prices.ts";
import { openRealKeys } from "./real-keys.ts";
import { type Heard, wrapped } from "./wrapped.ts";

/** The real cloud: everything that is not simulated. */
export async function openRealCloud(flags: Flags, host: Host, network: Network, heard?: Heard): Promise<OpenCloud> {
  const { keysOf, ...ring } = await openRealKeys(flags, host, network);
  const options = { keysOf, endpoint: realEndpoint, clock: realClock, proxyOf: proxyOf(host.env) };
  const raw = withThrottle(withBssSite(createPopCoreCloud(options)), { clock: realClock, perSecond: 10, burst: 30 });
  const { cloud, calls } = wrapped(raw, { clock: realClock, host, heard });
  const fromHere = createProbe({
    platform: host.platform,
    run: createRunner({ env: host.env, clock: realClock, stop: host.stop }),
    clock: realClock,
    interfaces: networkInterfaces,
    stop: host.stop,
  });
  return {
    name: "real",
    cloud,
    calls,
    clock: realClock,
    probe: (path) =>
      isOnInstance(path) ? pingFromInstance({ cloud, clock: realClock, stop: host.stop }, path) : fromHere(path),
    ...ring,
    patienceMs: 0,
    spent: async () => [],
    price: async (call) => unknownPrice(call),
    close: async () => {},
  };
}
