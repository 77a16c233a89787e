import type { BandwidthPackage } from "../cbn/things.ts";
import type { Gateway } from "../smartag/things.ts";
import type { World } from "../world.ts";
import { productCode } from "./order-shape.ts";

/** Something that was bought for a time, as the billing side sees it. */
export interface Subscription {
  readonly uid: string;
  readonly instanceId: string;
  readonly productCode: string;
  readonly region: string;
  readonly createdAt: number;
  /** Absent while the period has not begun: a gateway's starts with its activation. */
  readonly endsAt: number | undefined;
}

function ofGateway(gateway: Gateway): Subscription {
  const { uid, id: instanceId, region, createdAt, endTime: endsAt } = gateway;
  return { uid, instanceId, productCode: productCode("Smartag"), region, createdAt, endsAt };
}

function ofPackage(bought: BandwidthPackage): Subscription {
  const { uid, id: instanceId, createdAt, expiresAt: endsAt } = bought;
  return { uid, instanceId, productCode: productCode("Cbn"), region: "", createdAt, endsAt };
}

/** Gateways and prepaid packages of an account; what is paid by use has no term and is not among them. */
export function subscriptionsOf(world: World, uid: string): Subscription[] {
  const gateways = world.all<Gateway>("gateway").filter((gateway) => gateway.paid);
  const packages = world.all<BandwidthPackage>("cen-package");
  const prepaid = packages.filter(({ chargeType, status }) => chargeType === "PREPAY" && status !== "Unpaid");
  return [...gateways.map(ofGateway), ...prepaid.map(ofPackage)].filter((one) => one.uid === uid);
}
