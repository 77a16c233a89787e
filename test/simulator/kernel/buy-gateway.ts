import type { SimulatedCloud } from "../../../src/simulator/simulated-cloud.ts";
import { callCloud } from "../wire/call-cloud.ts";

const receiver = "Name Mobile Email Country State City District Town Address Zip".split(" ");

/** Buys the tutorial's gateway; unpaid unless told otherwise. */
export async function buyGateway(cloud: Pick<SimulatedCloud, "fetch" | "now">, changes: Record<string, string> = {}) {
  const { body } = await callCloud(cloud, "Smartag.CreateSmartAccessGateway", {
    RegionId: "cn-shanghai",
    ChargeType: "PREPAY",
    AutoPay: "true",
    Period: "1",
    HardWareSpec: "sag-100wm",
    HaType: "no_backup",
    MaxBandWidth: "10",
    Name: "beijing",
    BuyerMessage: "none",
    ...Object.fromEntries(receiver.map((field) => [`Receiver${field}`, "x"])),
    ...changes,
  });
  return { gatewayId: String(body.SmartAGId), orderId: String(body.OrderId) };
}
