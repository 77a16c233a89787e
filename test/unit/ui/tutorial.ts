import type { Params } from "../../../src/api/call.ts";
import type { End, Event, Plan, PlanRow } from "../../../src/engine/events.ts";
import type { Change, Risk, Verdict } from "../../../src/engine/verdict.ts";
import type { ItemKey } from "../../../src/keys.ts";
import { say, type Text } from "../../../src/text.ts";
import type { PathPicture } from "../../../src/ui/screens/path-drawing.ts";

const titles: Readonly<Record<string, string>> = {
  cen: "CEN found",
  ccn: "CCN found",
  attach: "VPCs attached",
  purchase: "Gateway bought",
  connect: "Device connected",
  activate: "Gateway activated",
  "region-connection": "Regions connected",
  ping: "Path verified",
};

function titleOf(item: ItemKey): string {
  return titles[item.slice(0, item.indexOf("/"))] ?? "";
}

export function change(action: string, summary: Text, risk: Risk = "none", params: Params = {}): Change {
  const call = { product: "Smartag", action, account: "hub", region: "cn-shanghai", params } as const;
  return {
    slot: action,
    summary,
    risk,
    write: { call, repeat: "keyed", locks: [], permission: `smartag:${action}`, bills: "order" },
  };
}

export const purchase = change(
  "CreateSmartAccessGateway",
  say`SAG-100WM, stand-alone, ${10} Mbit/s, ${12} months`,
  "costs-money",
  { ReceiverName: "Zhang San", ReceiverMobile: "13900000000", HardWareSpec: "sag-100wm", Period: 12 },
);

export function row(item: ItemKey, verdict: Verdict, changes: readonly Change[] = []): PlanRow {
  return { item, title: titleOf(item), verdict, changes };
}

const done = { is: "done", as: say`as it should be` } as const;

function changes(...all: readonly [Change, ...Change[]]): readonly [Verdict, readonly Change[]] {
  return [{ is: "changes", now: all }, all];
}

/** Tutorial A, cut to the kinds of row that there are. */
export const plan: Plan = {
  way: "do",
  facts: new Map(),
  rows: [
    row("cen/global", done),
    row("ccn/default", done),
    row("attach/hangzhou", done),
    row("attach/silicon-valley", done),
    row("purchase/beijing", ...changes(purchase)),
    row("connect/beijing", {
      is: "blocked",
      who: "person",
      on: say`a person cables it`,
      expectMs: 172_800_000,
      tryThis: [],
    }),
    row("activate/beijing", {
      is: "settling",
      until: say`the gateway to come online`,
      expectMs: 120_000,
    }),
    row("region-connection/hangzhou", ...changes(change("Set", say`Hangzhou ⇄ Silicon Valley ${5} Mbit/s`))),
    row("region-connection/ccn", ...changes(change("Set", say`CCN ⇄ Silicon Valley ${5} Mbit/s   (10 of 10 used)`))),
    row("ping/hangzhou", {
      is: "probe",
      path: {
        from: { branch: "beijing", cidrs: ["172.16.0.0/12"] },
        to: { name: "hangzhou", address: "10.1.0.10" },
        protocol: "icmp",
      },
    }),
  ],
};

export function ended(item: ItemKey, end: End): Event & { readonly type: "ended" } {
  return { type: "ended", item, title: titleOf(item), end };
}

export function isDone(item: ItemKey, as: Text): Event & { readonly type: "ended" } {
  return ended(item, { is: "done", as });
}

export const cenDone = isDone("cen/global", say`global  cen-a7k2m9x4q1w8e5r3t6`);
export const ccnDone = isDone("ccn/default", say`default CCN of Mainland China  ccn-4kd82hx0pq7m3v9zt1`);
export const hangzhouDone = isDone("attach/hangzhou", say`hangzhou ${"10.1.0.0/16"}`);
export const valleyDone = isDone("attach/silicon-valley", say`silicon-valley ${"10.0.0.0/16"}`);
export const purchaseDone = isDone(
  "purchase/beijing",
  say`sag-h4lfd0ne7k2m9x4q1w  SAG-100WM, stand-alone, ${10} Mbit/s, ${12} months
order 203333333333333  CNY 3,588.00 (invented price)`,
);
export const parcel = ended("connect/beijing", {
  is: "blocked",
  who: "person",
  on: say`shipped 14:03, expected within 48 h of the order`,
  tryThis: [
    say`unpack, WAN port to the uplink, LAN port to the branch switch`,
    say`wait for the CLOUD light to stay on`,
  ],
});
export const heldUp = ended("activate/beijing", { is: "held-up", by: "connect/beijing" });
export const probeOnly = ended("ping/hangzhou", {
  is: "failed",
  kind: "check",
  because: say`Silicon Valley 10.0.0.10: probe only
A ping of 64 bytes passes, but there is no region connection between the CCN of Mainland China and Silicon Valley: what carried it is the free 1 kbit/s of test bandwidth. Real traffic will be lost.`,
  tryThis: [say`sagctl region-connection --only ccn/silicon-valley`],
});

export const picture: PathPicture = {
  branch: { name: "Beijing", cidrs: ["172.16.0.0/12"] },
  ccn: "Mainland China",
  destinations: [
    { name: "Hangzhou", address: "10.1.0.10", is: "answers", averageMs: 31 },
    { name: "Silicon Valley", address: "10.0.0.10", is: "answers", averageMs: 163 },
  ],
};

export const summary = {
  steps: 13,
  writes: 11,
  reads: 36,
  tookMs: 812,
  cloudMs: 176_400_000,
  spent: [{ amount: 3588, currency: "CNY" }],
};
