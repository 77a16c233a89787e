import { listPackages, type PackageSeen } from "../../api/bandwidth-packages.ts";
import { type CenSeen, listCens } from "../../api/cens.ts";
import { isStatus } from "../../api/is-status.ts";
import { type OrderSeen, readOrder } from "../../api/orders.ts";
import type { FactsOf, Item, Look, OpenOrder, Ref } from "../../engine/step.ts";
import type { BandwidthPackage, Network } from "../../network/network.ts";
import { isMarked } from "../adoption.ts";
import type { CenFacts } from "../refs.ts";
import { type Pick, pick } from "./pick.ts";

/** A package usually shows sooner; where it does not, its order may tell why. */
const LATE_MS = 60_000;

export interface PackageItem extends Item {
  readonly network: Network;
  readonly wanted: BandwidthPackage;
  readonly needs: { readonly cen: Ref<CenFacts> };
}

export type Given = FactsOf<PackageItem["needs"]>;

export interface Seen {
  readonly pick: Pick;
  readonly cen: CenSeen | undefined;
  readonly listed: readonly PackageSeen[];
  readonly order: OrderSeen | undefined;
  readonly made: boolean;
  /** What our order was answered. */
  readonly answered: string | undefined;
  /** Orders of the step that nobody has seen yet, of packages of this file and of others. */
  readonly open: readonly OpenOrder[];
  readonly marker: string;
  /** As the last order carries it. */
  readonly mark: string;
}

export async function observe(look: Look, item: PackageItem, given: Given): Promise<Seen> {
  const account = item.network.hub;
  const listed = await look.read(listPackages({ account }));
  const id = look.answer("buy")?.CenBandwidthPackageId;
  const answered = typeof id === "string" ? id : undefined;
  const { marker } = look;
  const found = pick(listed, item.wanted, { cen: given.cen.id, answered, marker });
  const made = look.wrote("buy") || (found.is === "one" && isMarked(found.thing, marker));
  const mark = look.markOf("buy");
  const open = look.openOrders("bandwidth-package");
  const base = { pick: found, listed, made, answered, open, marker, mark, cen: undefined, order: undefined };
  if (found.is !== "none") return base;
  const order = await ownOrder(look, item, open);
  // What the diary knows of is bought again only by a person's word: what is asked before a purchase waits for that.
  const mayBuy = !look.wrote("buy") || item.network.goal.buyAgain.includes(mark);
  const cens = mayBuy ? await look.read(listCens({ account })) : [];
  return { ...base, cen: cens.find((one) => one.id === given.cen.id), order };
}

/** Pay-as-you-go usually has no order that a person could pay; but the file may say so only now. */
async function ownOrder(look: Look, { key, wanted, network }: PackageItem, open: readonly OpenOrder[]) {
  const orderId = look.answer("buy")?.CenBandwidthPackageOrderId;
  if (typeof orderId !== "string" || orderId === "") return undefined;
  const isLate = open.some((one) => one.item === key && one.slot === "buy" && look.now() - one.at > LATE_MS);
  if (wanted.charge !== "PREPAY" && !isLate) return undefined;
  return look.read(readOrder({ account: network.hub, orderId }), isPaid);
}

/** A paid order stays paid. */
function isPaid(order: OrderSeen | undefined): boolean {
  return order !== undefined && !isStatus(order.paymentStatus, "unpaid");
}
