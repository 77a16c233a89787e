import { describe, expect, test } from "vitest";
import type { Gateway } from "../../../src/simulator/smartag/things.ts";
import { DAY, DirectCloud, SECOND } from "../direct-cloud.ts";
import { activate, area, bind, receive, route } from "./branch.ts";

const info = "Smartag.DescribeSAGDeviceInfo";
const wan = "Smartag.DescribeSagWanList";
const lan = "Smartag.DescribeSagLanList";

function deviceOf(cloud: DirectCloud, id: string): Record<string, string> {
  const [SmartAGSn = ""] = cloud.thing<Gateway>("gateway", id).serialNumbers;
  return { ...area, SmartAGId: id, SmartAGSn };
}

function online(cloud: DirectCloud): Record<string, string> {
  const id = activate(cloud);
  route(cloud, id, "172.16.0.0/12");
  bind(cloud, id);
  cloud.pass(DAY);
  return deviceOf(cloud, id);
}

describe("a device that is online", () => {
  test("talks to its controller and has its VPN", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    expect(cloud.call(info, device)).toMatchObject({
      ControllerState: "Normal",
      VpnState: "Normal",
      SmartAGType: "sag-100wm",
    });
  });

  test("has a WAN port by DHCP, and a LAN port that serves the first prefix", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    expect(cloud.call(wan, device).Wans).toMatchObject([{ IPType: "DHCP" }]);
    const addresses = { IP: "172.16.0.1", Mask: "255.240.0.0", StartIp: "172.16.0.2", EndIp: "172.31.255.254" };
    expect(cloud.call(lan, device).Lans).toMatchObject([{ IPType: "DHCP", ...addresses }]);
  });

  test("without a CCN talks to its controller only", () => {
    const cloud = new DirectCloud();
    const id = activate(cloud);
    cloud.pass(DAY);
    expect(cloud.call(info, deviceOf(cloud, id))).toMatchObject({ ControllerState: "Normal", VpnState: "Abnormal" });
  });
});

describe("device-level calls are refused", () => {
  test("before activation", () => {
    const cloud = new DirectCloud();
    const device = deviceOf(cloud, receive(cloud));
    for (const call of [info, wan, lan]) cloud.expectRefusal(500, "SmartAccessGatewayNotActivated", call, device);
  });

  test("while nobody has cabled the box", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    cloud.change("gateway", device.SmartAGId ?? "", { cabled: false, online: false, status: "Offline" });
    for (const call of [info, wan, lan]) cloud.expectRefusal(403, "SmartAccessGatewayNotOnline", call, device);
  });

  test("while the cabled box is offline, but for the one that says so", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    cloud.change("gateway", device.SmartAGId ?? "", { online: false, status: "Offline" });
    for (const call of [wan, lan]) cloud.expectRefusal(500, "SmartAccessGatewayOffline", call, device);
    expect(cloud.call(info, device).ControllerState).toBe("Abnormal");
  });

  test("for a device that the gateway does not have", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    cloud.expectRefusal(400, "Sag.DeviceNotExist", info, { ...device, SmartAGSn: "sagnotthere" });
    cloud.expectRefusal(400, "SAG.InstanceNoFound", info, { ...device, SmartAGId: "sag-none" });
  });

  test("when the gateway is overdue", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    cloud.pass(40 * DAY);
    cloud.expectRefusal(500, "SmartAccessGatewayInArrears", info, device);
  });
});

describe("a diagnosis", () => {
  const diagnose = "Smartag.DiagnoseSmartAccessGateway";
  const report = "Smartag.DiscribeSmartAccessGatewayDiagnosisReport";

  test("is processing, then finished, and finds nothing wrong with a device that is online", () => {
    const cloud = new DirectCloud();
    const { RegionId: _, ...device } = online(cloud);
    cloud.call(diagnose, device);
    expect(cloud.call(report, device).DiagnoseResult).toMatchObject({ State: "processing", Percent: 0 });
    expect(cloud.world.call.transitional).toBe(true);
    cloud.pass(10 * SECOND);
    const result = cloud.call(report, device).DiagnoseResult;
    expect(result).toMatchObject({ State: "finished", Level: { Total: "info" }, Statistics: { Error: 0, Total: 1 } });
  });

  test("finds a device that is not online", () => {
    const cloud = new DirectCloud();
    const device = online(cloud);
    cloud.change("gateway", device.SmartAGId ?? "", { online: false });
    cloud.call(diagnose, device);
    cloud.pass(10 * SECOND);
    expect(cloud.call(report, device).DiagnoseResult).toMatchObject({
      Level: { Total: "error" },
      Statistics: { Error: 1 },
    });
  });

  test("that nobody asked for has no report", () => {
    const cloud = new DirectCloud();
    cloud.expectRefusal(400, "SAG.InstanceNoFound", report, online(cloud));
  });
});
