import { later } from "../../api/call.ts";
import {
  associatePackage,
  type CenSeen,
  deletePackage,
  listCens,
  listPackages,
  type PackageSeen,
  unassociatePackage,
} from "../../api/cbn.ts";
import { isStatus } from "../../api/is-status.ts";
import { type OrderSeen, readOrder } from "../../api/orders.ts";
import { type FactsOf, type Item, type Look, type Ref, step, type Verdict } from "../../engine/step.ts";
import { change, checkFailed, done, guard, notNeeded, settling, takeAway } from "../../engine/verdicts.ts";
import { itemKey } from "../../keys.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { isMarked } from "../adoption.ts";
import { notPaid } from "../purchase/words.ts";
import { type CenFacts, cenRef, eachBranch } from "../refs.ts";
import { isoDay } from "../words.ts";
import { buy, resize, spanWords } from "./buy.ts";
import { bandwidthPackageInputs } from "./inputs.ts";
import { type Pick, pick } from "./pick.ts";

interface PackageItem extends Item {
  readonly network: Network;
  readonly wanted: BandwidthPackage;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

type Given = FactsOf<PackageItem["needs"]>;

interface Seen {
  readonly pick: Pick;
  readonly cen: CenSeen | undefined;
  readonly listed: readonly PackageSeen[];
  readonly order: OrderSeen | undefined;
  readonly made: boolean;
}

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

async function observe(look: Look, item: PackageItem, given: Given): Promise<Seen> {
  const account = item.network.hub;
  const listed = await look.read(listPackages({ account }));
  const answer = look.answer("buy");
  const answered = typeof answer?.CenBandwidthPackageId === "string" ? answer.CenBandwidthPackageId : undefined;
  const found = pick(listed, item.wanted, { cen: given.cen.id, answered, marker: look.marker });
  const made = look.wrote("buy") || (found.is === "one" && isMarked(found.thing, look.marker));
  const base = { pick: found, listed, made };
  if (found.is !== "none") return { ...base, cen: undefined, order: undefined };
  const orderId = answer?.CenBandwidthPackageOrderId;
  const waits = item.wanted.charge === "PREPAY" && typeof orderId === "string" && orderId !== "";
  const order = waits ? await look.read(readOrder({ account, orderId }), isPaid) : undefined;
  const cens = answered === undefined ? await look.read(listCens({ account })) : [];
  return { ...base, cen: cens.find((one) => one.id === given.cen.id), order };
}

/** A paid order stays paid; pay-as-you-go has no order that a person could pay. */
function isPaid(order: OrderSeen | undefined): boolean {
  return order !== undefined && !isStatus(order.paymentStatus, "unpaid");
}

function judge(seen: Seen, item: PackageItem, given: Given): Verdict {
  if (seen.order && isStatus(seen.order.paymentStatus, "unpaid")) return notPaid(seen.order);
  switch (seen.pick.is) {
    case "one":
      return judgePackage(seen.pick.thing, item, given);
    case "missing":
      return guard(say`There is no bandwidth package ${seen.pick.id}`, say`Correct packages.${item.wanted.name}.id`);
    case "several":
      return twice(seen.pick.things, item);
    case "candidates":
      return item.network.goal.createNew ? buyNew(item, given) : unclaimed(seen.pick.things, item);
    default:
      return hidden(seen) ?? buyNew(item, given);
  }
}

function judgePackage(one: PackageSeen, item: PackageItem, given: Given): Verdict {
  const { wanted, network } = item;
  const account = network.hub;
  const [cenId] = one.cenIds;
  if (cenId !== undefined && cenId !== given.cen.id) {
    return guard(
      say`Bandwidth package ${one.id} is on another CEN, ${cenId}`,
      say`Name another one, or leave its id out`,
    );
  }
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
  return done(say`${spanWords(wanted)}, ${one.bandwidthMbps} Mbit/s, ${chargeWords(one)}`);
}

function buyNew(item: PackageItem, given: Given): Verdict {
  const account = item.network.hub;
  const id = later(item.key, "id");
  const write = associatePackage({ account, cen: given.cen.id, package: id });
  return change(buy(item.wanted, account), {
    slot: "associate",
    summary: say`put it on CEN ${given.cen.id}`,
    write,
    risk: "none",
  });
}

/** The positive control: a package that the CEN holds and the list hides would be bought a second time. */
function hidden(seen: Seen): Verdict | undefined {
  const unseen = seen.cen?.packageIds.filter((id) => !seen.listed.some((one) => one.id === id)) ?? [];
  if (unseen.length === 0) return undefined;
  return {
    is: "failed",
    kind: "denied",
    because: say`The CEN holds ${unseen.join(", ")}, which the list of bandwidth packages does not show to this key`,
    tryThis: [say`Allow cen:DescribeCenBandwidthPackages on all packages to this key`],
  };
}

/** Never settled by sagctl: which one serves may have been chosen already, and a deletion is nobody's to guess. */
function twice(things: readonly PackageSeen[], { wanted }: PackageItem): Verdict {
  const [keep = things[0]] = things.filter((one) => isStatus(one.status, "InUse"));
  return guard(
    say`${things.length} bandwidth packages carry the mark of ${wanted.name}: ${listWords(things)}`,
    say`Say which one is to be used: packages: {${wanted.name}: {id: ${keep?.id ?? "cenbwp-…"}}}`,
    say`Delete the other in the console, or ask for its refund in the order centre there; sagctl deletes nothing`,
  );
}

function listWords(things: readonly PackageSeen[]): string {
  return things.map((one) => `${one.id} (${isoDay(one.createdAt ?? 0)}, ${one.status})`).join(", ");
}

function unclaimed(things: readonly PackageSeen[], item: PackageItem): Verdict {
  const list = things.map((one) => `${one.id} (${one.name || "unnamed"}, ${one.bandwidthMbps} Mbit/s)`).join(", ");
  return guard(
    say`Nothing is bought beside an idle package of the same pair: ${list}`,
    say`To use it: packages: {${item.wanted.name}: {id: ${things[0]?.id ?? "cenbwp-…"}}}`,
    say`To buy another one all the same: --new`,
  );
}

function chargeWords(one: PackageSeen): string {
  if (isStatus(one.charge, "POSTPAY")) return "pay-as-you-go";
  return one.endsAt === undefined ? "subscription" : `until ${isoDay(one.endsAt)}`;
}

function undo(seen: Seen, item: PackageItem, given: Given): Verdict {
  if (seen.pick.is === "several") return undecided(seen.pick.things);
  if (seen.pick.is !== "one") return notNeeded(say`there is no such bandwidth package`);
  const one = seen.pick.thing;
  const account = item.network.hub;
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

function undecided(things: readonly PackageSeen[]): Verdict {
  const because = say`${things.length} bandwidth packages carry the mark of this one, and sagctl deletes neither: ${listWords(things)}`;
  return { is: "stays", because, bills: say`all of them, until they are deleted or end` };
}

/** A subscription can be taken off the CEN, not deleted; it is paid to its end. */
function subscription(one: PackageSeen, seen: Seen, off: Parameters<typeof change>[0] | undefined): Verdict {
  if (off && seen.made) return change(off);
  const because = say`bandwidth package ${one.id} is a subscription: it cannot be deleted before it ends`;
  const bills = say`paid until ${one.endsAt === undefined ? "its end" : isoDay(one.endsAt)}`;
  return off ? { is: "stays", because, bills, found: [off] } : { is: "stays", because, bills };
}
