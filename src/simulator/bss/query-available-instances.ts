import type { SimAction, SimRequest } from "../action.ts";
import { orderTime, succeed } from "./order-shape.ts";
import { pageOf } from "./page.ts";
import { type Subscription, subscriptionsOf } from "./subscriptions.ts";

/** Times and renewal settings filter too in the real call; until then they are refused as not modelled. */
const parameters: SimAction["parameters"] = {
  ProductCode: { type: "string" },
  ProductType: { type: "string" },
  Region: { type: "string" },
  InstanceIDs: { type: "string" },
  SubscriptionType: { type: "string", oneOf: ["Subscription", "PayAsYouGo"] },
  PageNum: { type: "integer" },
  PageSize: { type: "integer" },
};

function isAsked({ params }: SimRequest, one: Subscription): boolean {
  const { ProductCode, ProductType, Region, InstanceIDs, SubscriptionType } = params;
  if (SubscriptionType === "PayAsYouGo") return false;
  if (ProductCode !== undefined && ProductCode !== one.productCode) return false;
  if (ProductType !== undefined && ProductType !== one.productCode) return false;
  if (Region !== undefined && Region !== one.region) return false;
  return InstanceIDs === undefined || String(InstanceIDs).split(",").includes(one.instanceId);
}

function shape(one: Subscription, now: number): Record<string, unknown> {
  const ended = one.endsAt !== undefined && one.endsAt <= now;
  return {
    InstanceID: one.instanceId,
    OwnerId: Number(one.uid),
    ProductCode: one.productCode,
    ProductType: one.productCode,
    Region: one.region,
    SubscriptionType: "Subscription",
    Status: one.endsAt === undefined ? "Creating" : "Normal",
    SubStatus: ended ? "Expired" : "Normal",
    RenewStatus: "ManualRenewal",
    CreateTime: orderTime(one.createdAt),
    ...(one.endsAt === undefined ? {} : { EndTime: orderTime(one.endsAt) }),
  };
}

/** What the account has bought for a time, and when it ends. */
export const queryAvailableInstances: SimAction = {
  product: "BssOpenApi",
  name: "QueryAvailableInstances",
  kind: "read",
  permission: "bss:DescribeAvailableInstances",
  parameters,
  evidence: "SDK model; API page; states of gateways before activation and after expiry: assumption",
  handle(world, request) {
    const asked = subscriptionsOf(world, request.uid).filter((one) => isAsked(request, one));
    const { items, echo } = pageOf(asked, request);
    return succeed({ InstanceList: items.map((one) => shape(one, world.now)), ...echo });
  },
};
