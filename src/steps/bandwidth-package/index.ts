import { associatePackage, deletePackage, type PackageSeen, unassociatePackage } from "../../api/bandwidth-packages.ts";
import { later } from "../../api/call.ts";
import { isStatus } from "../../api/is-status.ts";
import { readOrder } from "../../api/orders.ts";
import { type OpenOrder, step } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { change, checkFailed, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import { say } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { grantsForPackage } from "../grants-served.ts";
import { cancelled, inTheBalance, notPaid } from "../purchase/words.ts";
import { cenRef, eachBranch } from "../refs.ts";
import { connectionBetween } from "../region-connection/item.ts";
import { isoDay } from "../words.ts";
import { buy, resize, resizeSlot, spanWords } from "./buy.ts";
import { listWords, obstacle, twice, unclaimed, unfit } from "./guards.ts";
import { bandwidthPackageInputs } from "./inputs.ts";
import { type Given, observe, type PackageItem, type Seen } from "./observe.ts";

/** Bandwidth between two areas, bought and put on the CEN. */
export const bandwidthPackage = step<PackageItem, Seen, { readonly id: string }>({
  name: "bandwidth-package",
  title: "Bandwidth package bound",
  inputs: bandwidthPackageInputs,
  items: (network) =>
    network.packages.map((wanted) => ({
      key: itemKey("bandwidth-package", wanted.name),
      needs: { cen: cenRef(network) },
      after: network.goal.eager ? [] : eachBranch("activate", network),
      paysAfter: network.goal.eager ? [] : grantsForPackage(network, wanted),
      toCome: [
        readOrder({ account: network.hub, orderId: later(itemKey("bandwidth-package", wanted.name), "order") }).call,
      ],
      network,
      wanted,
    })),
  observe,
  facts: (item, seen) => ({
    id: seen?.pick.is === "one" ? seen.pick.thing.id : (item.wanted.id ?? later(item.key, "id")),
  }),
  judge,
  undo,
});

function judge(seen: Seen, item: PackageItem, given: Given): Verdict {
  const { order, mark } = seen;
  if (order && isStatus(order.paymentStatus, "unpaid")) return notPaid(order);
  const isCancelled = order && isStatus(order.paymentStatus, "canceled", "cancelled");
  if (isCancelled && !item.network.goal.buyAgain.includes(mark)) {
    return cancelled(order, mark, "there is no bandwidth package");
  }
  switch (seen.pick.is) {
    case "one":
      return judgePackage(seen.pick.thing, seen, item, given);
    case "missing":
      return guard(say`There is no bandwidth package ${seen.pick.id}`, say`Correct packages.${item.wanted.name}.id`);
    case "several":
      return twice(seen.pick.things, item);
    case "candidates":
      return item.network.goal.createNew ? buyNew(item, given) : unclaimed(seen.pick.things, item);
    default:
      return obstacle(seen, item) ?? buyNew(item, given, ownOpen(seen, item));
  }
}

function judgePackage(one: PackageSeen, seen: Seen, item: PackageItem, given: Given): Verdict {
  const { wanted, network } = item;
  const account = network.hub;
  const refusal = unfit(one, item, given);
  if (refusal) return refusal;
  if (!isStatus(one.businessStatus, "Normal")) {
    return checkFailed(
      say`Bandwidth package ${one.id} is locked (${one.businessStatus})`,
      say`Pay what is overdue in the console`,
    );
  }
  if (isStatus(one.status, "Idle")) {
    const write = associatePackage({ account, cen: given.cen.id, package: one.id });
    return change({ slot: "associate", summary: say`put ${one.id} on CEN ${given.cen.id}`, write, risk: "none" });
  }
  if (!isStatus(one.status, "InUse")) return settling(say`${one.id} to be InUse (now ${one.status})`, 15_000);
  if (one.bandwidthMbps < wanted.bandwidthMbps) return resize(one, item.wanted, account);
  const as = say`${spanWords(wanted)}, ${one.bandwidthMbps} Mbit/s, ${chargeWords(one)}`;
  const open = ownOpen(seen, item).filter(({ slot }) => !isShown(slot, one, seen));
  if (open.length === 0) return done(as);
  return { is: "done", as, leaves: open.map(({ slot }) => slot), notes: open.map(inTheBalance) };
}

function ownOpen({ open }: Seen, { key }: PackageItem): readonly OpenOrder[] {
  return open.filter((one) => one.item === key);
}

/** Whether the package is what was ordered: another one may have been named since, or another bandwidth. */
function isShown(slot: string, one: PackageSeen, { answered, marker }: Seen): boolean {
  return slot === "buy" ? one.id === answered || isMarked(one, marker) : slot === resizeSlot(one.bandwidthMbps);
}

function buyNew(item: PackageItem, given: Given, open: readonly OpenOrder[] = []): Verdict {
  const account = item.network.hub;
  const id = later(item.key, "id");
  const write = associatePackage({ account, cen: given.cen.id, package: id });
  const associate = { slot: "associate", summary: say`put it on CEN ${given.cen.id}`, write, risk: "none" } as const;
  const notes = open.length === 0 ? {} : { notes: open.map(inTheBalance) };
  return { ...change(buy(item.wanted, account), associate), ...notes };
}

function chargeWords(one: PackageSeen): string {
  if (isStatus(one.charge, "POSTPAY")) return "pay-as-you-go";
  return one.endsAt === undefined ? "subscription" : `until ${isoDay(one.endsAt)}`;
}

function undo(seen: Seen, item: PackageItem, given: Given): Verdict {
  const verdict = undoPackage(seen, item, given);
  const { pick } = seen;
  const things = pick.is === "one" ? [pick.thing] : pick.is === "several" ? pick.things : [];
  const isOn = things.some((one) => one.cenIds.includes(given.cen.id));
  // Whatever it is left for, a CEN that has a package on it cannot be deleted.
  return verdict.is === "stays" && isOn ? { ...verdict, keeps: [cenRef(item.network).key] } : verdict;
}

function undoPackage(seen: Seen, item: PackageItem, given: Given): Verdict {
  if (seen.pick.is === "several") return undecided(seen.pick.things);
  if (seen.pick.is !== "one") return notNeeded(say`there is no such bandwidth package`);
  const one = seen.pick.thing;
  const account = item.network.hub;
  const others = carriedForOthers(one, item);
  if (others.length > 0) return inUse(one, others, item);
  const off = {
    slot: "unassociate",
    summary: say`take ${one.id} off CEN ${given.cen.id}`,
    write: unassociatePackage({ account, cen: given.cen.id, package: one.id }),
    risk: "none",
  } as const;
  const isOn = one.cenIds.includes(given.cen.id);
  if (!isStatus(one.charge, "POSTPAY")) return subscription(one, seen, isOn ? off : undefined);
  const summary = say`delete ${one.id} (${spanWords(item.wanted)})`;
  const removal = {
    slot: "delete",
    summary,
    write: deletePackage({ account, package: one.id }),
    risk: "destroys",
  } as const;
  const was = say`bandwidth package ${one.id} was there before sagctl`;
  const verdict = isOn ? takeAway(seen.made, was, off, removal) : takeAway(seen.made, was, removal);
  const bills = say`${one.bandwidthMbps} Mbit/s, pay-as-you-go, for as long as it is there`;
  return { ...verdict, bills };
}

/** Connections of the package that undo of this file does not take away, so that the service would refuse to let go of it. */
function carriedForOthers(one: PackageSeen, { network }: PackageItem): PackageSeen["limits"] {
  return one.limits.filter(({ between }) => connectionBetween(between, network) === undefined);
}

function inUse(one: PackageSeen, others: PackageSeen["limits"], { network }: PackageItem): Verdict {
  const list = others
    .map(({ between, bandwidthMbps }) => `${between.join(" ⇄ ")} (${bandwidthMbps} Mbit/s)`)
    .join(", ");
  const source = network.file === undefined ? "this command line" : "the network file";
  const because = say`bandwidth package ${one.id} carries ${list}, which ${source} does not name: disconnect that first, by naming it under connections: or in the console`;
  return { is: "stays", because, bills: say`${one.bandwidthMbps} Mbit/s, for as long as it is there` };
}

function undecided(things: readonly PackageSeen[]): Verdict {
  const because = say`${things.length} bandwidth packages carry the mark of this one, and sagctl deletes neither: ${listWords(things)}`;
  return { is: "stays", because, bills: say`all of them, until they are deleted or end` };
}

/** A subscription can be taken off the CEN, not deleted; it is paid to its end. */
function subscription(one: PackageSeen, seen: Seen, off: Parameters<typeof change>[0] | undefined): Verdict {
  const because = say`bandwidth package ${one.id} is a subscription: it cannot be deleted before it ends`;
  const bills = say`paid until ${one.endsAt === undefined ? "its end" : isoDay(one.endsAt)}`;
  if (off && seen.made) return { is: "changes", now: [off], notes: [because], bills };
  return off ? { is: "stays", because, bills, found: [off] } : { is: "stays", because, bills };
}
