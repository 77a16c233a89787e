import type { ParameterRule, Quote, SimRequest } from "../action.ts";
import { gatewayPrice } from "../prices.ts";
import type { LedgerEntry, World } from "../world.ts";
import { areas, isShippedTo } from "./areas.ts";
import { models, requireBandwidth } from "./bandwidth.ts";
import { deviceCount, startDelivery } from "./life-cycle.ts";
import { requireDescription, requireName, requireOneOf } from "./names.ts";
import { HIDDEN, orderIdOnWire } from "./orders.ts";
import { GATEWAY_QUOTA } from "./quotas.ts";
import { invalidParameter, refusal } from "./refusals.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway, GatewayModel } from "./things.ts";

const text: ParameterRule = { type: "string" };
const needed: ParameterRule = { type: "string", required: true };

const receiver = "Name Mobile Email Country State City District Town Address Zip".split(" ");
const periods = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36];
const haTypes = ["no_backup", "cold_backup", "warm_backup"];

function requireModel({ params }: SimRequest): void {
  requireOneOf("HardWareSpec", params.HardWareSpec, models);
  requireOneOf("HaType", params.HaType, haTypes);
  const isVirtual = params.HardWareSpec === "sag-vcpe";
  if (isVirtual && params.HaType !== "warm_backup") throw invalidParameter("HaType", "warm_backup for sag-vcpe");
  if (params.CPEVersion === undefined) return;
  if (!isVirtual || params.CPEVersion !== "basic") throw invalidParameter("CPEVersion", "basic, and for sag-vcpe only");
}

/** Assumption: the console forces the customer's own device outside mainland China; the API refuses anything else. */
function requireArea({ params }: SimRequest): void {
  if (!(String(params.RegionId) in areas)) throw refusal("InvalidRegionID");
  const shipped = params.HardWareSpec !== "sag-vcpe" && params.AlreadyHaveSag !== true;
  if (shipped && !isShippedTo(String(params.RegionId))) throw invalidParameter("AlreadyHaveSag", "true in this area");
}

function requireOrder(request: SimRequest): void {
  const { params } = request;
  requireModel(request);
  requireArea(request);
  requireOneOf("ChargeType", params.ChargeType, ["PREPAY"]);
  requireOneOf("Period", params.Period, periods);
  if (params.MaxBandWidth !== undefined) {
    requireBandwidth("MaxBandWidth", params.HardWareSpec as GatewayModel, Number(params.MaxBandWidth));
  }
  requireName(params.Name);
  requireDescription(params.Description);
}

function newGateway(world: World, { uid, params }: SimRequest): Gateway {
  return {
    id: world.newId("sag-", 18),
    uid,
    region: String(params.RegionId),
    name: String(params.Name ?? ""),
    description: String(params.Description ?? ""),
    model: params.HardWareSpec as GatewayModel,
    haType: params.HaType as Gateway["haType"],
    // Assumption: without MaxBandWidth there is no bandwidth yet, which binding then refuses.
    bandwidthMbps: Number(params.MaxBandWidth ?? 0),
    status: "Ordered",
    orderId: "",
    paid: false,
    periodMonths: Number(params.Period),
    alreadyHaveSag: params.AlreadyHaveSag === true,
    serialNumbers: [],
    routingStrategy: "static",
    cidrs: [],
    cabled: false,
    online: false,
    createdAt: world.now,
    securityLockThreshold: 0,
  };
}

function quote({ params }: SimRequest): Quote {
  const now = gatewayPrice({
    hardware: String(params.HardWareSpec),
    devices: deviceCount({ haType: params.HaType as Gateway["haType"] }),
    ownDevice: params.AlreadyHaveSag === true,
    bandwidthMbps: Number(params.MaxBandWidth ?? 0),
    months: Number(params.Period),
  });
  return { now };
}

function placeOrder(world: World, request: SimRequest, gateway: Gateway): LedgerEntry {
  const { uid, id, model, bandwidthMbps, periodMonths } = gateway;
  const what = `${model} with ${bandwidthMbps} Mbit/s for ${periodMonths} months`;
  const bill = { uid, product: "Smartag", action: "CreateSmartAccessGateway", price: quote(request).now, what };
  return world.order({ ...bill, instanceIds: [id] }, request.params.AutoPay === true);
}

/** Until the payment the gateway has no id that anybody could see, if the switch says so. */
function hide(world: World, gateway: Gateway, order: LedgerEntry): void {
  order.instanceIds = [];
  world.put(HIDDEN, gateway);
}

function keep(world: World, gateway: Gateway, order: LedgerEntry): string {
  const isPaid = order.status === "paid";
  if (!isPaid && !world.state.switches.unpaidGatewayHasId) {
    hide(world, gateway, order);
    return "";
  }
  world.put("gateway", gateway);
  if (isPaid) startDelivery(world, gateway);
  return gateway.id;
}

function requireQuota(world: World, uid: string): void {
  const used = world.all<Gateway>("gateway").filter((gateway) => gateway.uid === uid).length;
  if (used >= GATEWAY_QUOTA) throw refusal("SmartAccessGatewayAmountLimit");
}

/** Buys: an order each time it is called. There is no ClientToken. */
export const createSmartAccessGateway = smartagAction({
  name: "CreateSmartAccessGateway",
  kind: "write",
  parameters: {
    RegionId: needed,
    ChargeType: needed,
    AutoPay: { type: "boolean", required: true },
    Period: { type: "integer", required: true },
    HardWareSpec: needed,
    HaType: needed,
    MaxBandWidth: { type: "integer" },
    AlreadyHaveSag: { type: "boolean" },
    CPEVersion: text,
    Name: text,
    Description: text,
    BuyerMessage: needed,
    ...Object.fromEntries(receiver.map((field) => [`Receiver${field}`, needed])),
    ReceiverPhone: text,
  },
  evidence:
    "SDK model: parameters, ranges, required marks, no ClientToken. Page: AutoPay false is paid in the billing console. " +
    "Buying guide: shipping. Assumption: InvalidParameter for values outside the enums; quota code; own device abroad.",
  quote: (_, request) => quote(request),
  handle(world, request) {
    requireOrder(request);
    requireQuota(world, request.uid);
    const gateway = newGateway(world, request);
    const order = placeOrder(world, request, gateway);
    const id = keep(world, { ...gateway, orderId: order.orderId }, order);
    const { name: Name, description: Description } = gateway;
    return { SmartAGId: id, OrderId: orderIdOnWire(world, order.orderId), Name, Description };
  },
});
