import type { ApiCall } from "../api/call.ts";
import { oneEndpoint } from "../api/client/endpoints.ts";
import { createPopCoreCloud } from "../api/client/pop-core.ts";
import { SimulatedClock } from "../clock.ts";
import type { OpenCloud, Spent } from "../commands/context.ts";
import { type BranchPath, isOnInstance, type ProbeResult } from "../engine/probe-path.ts";
import type { Host } from "../host.ts";
import type { Network } from "../network/network.ts";
import { pingFromInstance } from "../probe/on-instance.ts";
import type { CloudControl, CloudKey } from "../simulator/cloud-control.ts";
import { inventedPrice } from "./prices.ts";
import { openSimulatedKeys } from "./simulated-keys.ts";
import { type Heard, wrapped } from "./wrapped.ts";

export interface Simulated {
  readonly control: CloudControl;
  /** Where its API is served. */
  readonly url: string;
  /** By another process, in which others may work too: then a key of its own in the environment is the only one. */
  readonly isServed?: true;
  close(): Promise<void>;
}

/** A simulated cloud behind the very same client as the real one; keys are the scenario's own. */
export async function openSimulatedCloud(
  simulated: Simulated,
  host: Host,
  network: Network,
  heard?: Heard,
): Promise<OpenCloud> {
  const { control, url } = simulated;
  const [keys, status, ledger] = await Promise.all([control.keys(), control.status(), control.ledger()]);
  // A number, since the ledger of a cloud in this process is the live list.
  const ordersBefore = ledger.length;
  const clock = new SimulatedClock(timeOf(control, status, host.now));
  const { keysOf, keyOf, ...ring } = await openSimulatedKeys(keys, network, simulated.isServed ? host.env : {});
  const raw = createPopCoreCloud({ keysOf, endpoint: oneEndpoint(url), clock });
  const { cloud, calls } = wrapped(raw, { clock, host, heard });
  return {
    name: status.scenario,
    cloud,
    calls,
    clock,
    probe: (path) =>
      isOnInstance(path)
        ? pingFromInstance({ cloud, clock, stop: host.stop }, path)
        : clock.during(fromBranch(control, path)),
    ...ring,
    patienceMs: status.people === "auto" ? Number.POSITIVE_INFINITY : 0,
    spent: async () => spentSince(await control.ledger(), ordersBefore),
    price: async (call) => inventedPrice(call, await quoteOf(control, call, keyOf(call.account))),
    close: () => simulated.close(),
  };
}

/** Time of a world that stands still by itself, or of one that runs at a factor. */
function timeOf(control: CloudControl, status: { readonly now: number; readonly factor?: number }, wall: () => number) {
  let known = status.now;
  let since = wall();
  const running = () => known + (wall() - since) * (status.factor ?? 0);
  return {
    now: running,
    advanceTo: async (at: number) => {
      // Others who work on a served cloud move its time on as well.
      known = Math.max(at, await control.advanceTo(at));
      since = wall();
    },
  };
}

/** Of an account whose key is not here nothing is known. */
async function quoteOf(control: CloudControl, { product, action, params }: ApiCall, key: CloudKey | undefined) {
  return key === undefined ? undefined : control.quote({ product, action, params, uid: key.uid });
}

async function fromBranch(control: CloudControl, path: BranchPath): Promise<ProbeResult> {
  const { from, to, protocol, port } = path;
  const origin = from.source === undefined ? { cidr: from.cidrs[0] ?? "" } : { address: from.source };
  const question = { from: origin, to: to.address, protocol, ...(port === undefined ? {} : { port }) };
  const { arrives, rttMs } = await control.probe(question);
  const sent = 4;
  if (arrives !== true) return { is: "silent", sent, received: 0 };
  return { is: "answered", sent, received: sent, averageMs: Number(rttMs) };
}

function spentSince(ledger: Awaited<ReturnType<CloudControl["ledger"]>>, from: number): readonly Spent[] {
  const orders = ledger.slice(from);
  return orders.map(({ action, price, orderId, status, instanceIds }) => ({
    action,
    amount: price,
    currency: "CNY",
    orderId,
    status,
    instanceIds,
  }));
}
