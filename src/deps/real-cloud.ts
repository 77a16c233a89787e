import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import type { KeysOf } from "../api/credentials/keys.ts";
import { type ResolvedCredentials, resolveCredentials } from "../api/credentials/resolve.ts";
import { realEndpoint } from "../api/endpoints.ts";
import { createPopCoreCloud } from "../api/pop-core.ts";
import { proxyOf } from "../api/proxy.ts";
import { withBssSite } from "../api/with-bss-site.ts";
import { withThrottle } from "../api/with-throttle.ts";
import { realClock } from "../clock.ts";
import type { OpenCloud } from "../commands/context.ts";
import type { Flags } from "../commands/flags.ts";
import type { Host } from "../host.ts";
import type { AccountName } from "../keys.ts";
import type { Network } from "../network/network.ts";
import { createProbe } from "../probe/probe.ts";
import { createRunner } from "../probe/run-program.ts";
import { unknownPrice } from "./prices.ts";
import { wrapped } from "./wrapped.ts";

/** The real cloud: everything that is not simulated. */
export function openRealCloud(flags: Flags, host: Host, network: Network): OpenCloud {
  const resolve = credentialsOf(flags, host, network);
  const keysOf: KeysOf = async (account) => (await resolve(account)).provider();
  const options = { keysOf, endpoint: realEndpoint, clock: realClock, proxyOf: proxyOf(host.env) };
  const raw = withThrottle(withBssSite(createPopCoreCloud(options)), { clock: realClock, perSecond: 10, burst: 30 });
  const { cloud, calls } = wrapped(raw, realClock, host.random);
  const probe = createProbe({
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
    probe,
    holds: (account) => account === network.hub || profileOf(network, account) !== undefined,
    keySource: async (account) => (await resolve(account)).source,
    patienceMs: 0,
    spent: async () => [],
    price: async (call) => unknownPrice(call),
    close: async () => {},
  };
}

/** Found once for each account; --profile is the hub's. */
function credentialsOf(flags: Flags, host: Host, network: Network) {
  const known = new Map<AccountName, Promise<ResolvedCredentials>>();
  return (account: AccountName): Promise<ResolvedCredentials> => {
    const profileInFile = profileOf(network, account);
    const resolved =
      known.get(account) ??
      resolveCredentials({
        // The environment's key is the hub's; with it, every account would look alike.
        env: account === network.hub ? host.env : {},
        home: host.home,
        readFile: (path) => readFile(path, "utf8"),
        ...(flags.profile !== undefined && account === network.hub ? { profile: flags.profile } : {}),
        ...(profileInFile === undefined ? {} : { profileInFile }),
      });
    known.set(account, resolved);
    return resolved;
  };
}

function profileOf(network: Network, account: AccountName): string | undefined {
  return network.accounts.find((one) => one.name === account)?.profile;
}
