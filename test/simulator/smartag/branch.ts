import { CCN } from "../../../src/simulator/scenarios/put-backbone.ts";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, type DirectCloud, SECOND } from "../direct-cloud.ts";

export const area = { RegionId: "cn-shanghai" };

const receiver = {
  ReceiverName: "Li Lei",
  ReceiverMobile: "13800000000",
  ReceiverEmail: "li.lei@example.com",
  ReceiverCountry: "China",
  ReceiverState: "Beijing",
  ReceiverCity: "Beijing",
  ReceiverDistrict: "Chaoyang",
  ReceiverTown: "Wangjing",
  ReceiverAddress: "1 Some Road",
  ReceiverZip: "100000",
};

/** Tutorial A's order. */
export const order = {
  ...area,
  ...receiver,
  ChargeType: "PREPAY",
  AutoPay: "true",
  Period: "1",
  HardWareSpec: "sag-100wm",
  HaType: "no_backup",
  MaxBandWidth: "2",
  Name: "beijing",
  BuyerMessage: "sagctl-7c1e0b9a52d4-g1",
};

export function buy(cloud: DirectCloud, differently: Record<string, string> = {}): string {
  return cloud.call("Smartag.CreateSmartAccessGateway", { ...order, ...differently }).SmartAGId;
}

/** Bought two days ago, and arrived; with people who act by themselves it is cabled as well. */
export function receive(cloud: DirectCloud, differently: Record<string, string> = {}): string {
  const id = buy(cloud, differently);
  cloud.pass(3 * DAY);
  return id;
}

export function activate(cloud: DirectCloud, differently: Record<string, string> = {}): string {
  const id = receive(cloud, differently);
  cloud.call("Smartag.ActivateSmartAccessGateway", { ...area, SmartAGId: id });
  cloud.pass(30 * SECOND);
  return id;
}

export function route(cloud: DirectCloud, id: string, cidrs: string): void {
  const change = { RoutingStrategy: "static", CidrBlock: cidrs };
  cloud.call("Smartag.ModifySmartAccessGateway", { ...area, SmartAGId: id, ...change });
  cloud.pass(30 * SECOND);
}

export function bind(cloud: DirectCloud, id: string, ccnId: string = CCN): void {
  cloud.call("Smartag.BindSmartAccessGateway", { ...area, SmartAGId: id, CcnId: ccnId });
  cloud.pass(30 * SECOND);
}

export function statusOf(cloud: DirectCloud, id: string): string {
  return cloud.thing<Gateway>("gateway", id).status;
}
