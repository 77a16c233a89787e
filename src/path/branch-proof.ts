import { say, type Text } from "../text.ts";
import type { Block } from "./block.ts";
import { type Described, type DescribedBranch, type DescribedGateway, hasStatus } from "./described.ts";
import { covers, rangeOf } from "./ipv4.ts";

/** The branch's own half: gateway online, static routes set and free of conflict, bound to the CCN, the CCN on the CEN. */
export function branchBlock({ branch, attached }: Pick<Described, "branch" | "attached">): Block | undefined {
  const { gateway, ccn } = branch;
  if (gateway === undefined) {
    return { what: say`${branch.name} has no gateway.`, mend: say`sagctl purchase --only ${branch.name}` };
  }
  return (
    onlineBlock(branch, gateway) ?? staticRouteBlock(branch, gateway) ?? bindingBlock(branch, gateway, attached, ccn.id)
  );
}

// Before activation; the statuses after it (Unconfirmed, Init, Offline) wait for cable and power.
const mendOf: Readonly<Record<string, string>> = { Ordered: "connect", Delivered: "connect", Received: "activate" };

function onlineBlock({ name }: DescribedBranch, { id, status }: DescribedGateway): Block | undefined {
  if (hasStatus({ status }, "Active")) return undefined;
  return {
    what: say`The gateway ${id} of ${name} is not online (${status}).`,
    mend: command(mendOf[status] ?? "connect", name),
  };
}

function staticRouteBlock({ name, cidrs }: DescribedBranch, gateway: DescribedGateway): Block | undefined {
  const missing = cidrs.find((cidr) => !gateway.cidrs.some((route) => isWithin(cidr, route)));
  if (missing !== undefined) {
    return {
      what: say`The gateway ${gateway.id} has no static route ${missing}.`,
      mend: command("static-routes", name),
    };
  }
  const conflict = gateway.conflicts.find((one) =>
    cidrs.some((cidr) => isWithin(cidr, one.cidr) || isWithin(one.cidr, cidr)),
  );
  if (conflict === undefined) return undefined;
  const what = say`The static route ${conflict.cidr} of ${gateway.id} is marked as in conflict (${conflict.conflict || "no reason given"}).`;
  return { what, mend: say`sagctl status --routes` };
}

function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [rangeOf(inner), rangeOf(outer)];
  return a !== undefined && b !== undefined && covers(b, a);
}

function bindingBlock(
  { name }: DescribedBranch,
  gateway: DescribedGateway,
  attached: Described["attached"],
  ccn: string,
): Block | undefined {
  if (gateway.ccnId !== ccn) {
    return { what: say`The gateway ${gateway.id} is not bound to ${ccn}.`, mend: command("ccn-bind", name) };
  }
  if (isAttached(attached, ccn)) return undefined;
  return { what: say`The CCN ${ccn} is not bound to the CEN.`, mend: say`sagctl cen-bind` };
}

export function isAttached(attached: Described["attached"], id: string): boolean {
  return attached.some((child) => child.id === id && hasStatus(child, "Attached"));
}

function command(step: string, item: string): Text {
  return say`sagctl ${step} --only ${item}`;
}
