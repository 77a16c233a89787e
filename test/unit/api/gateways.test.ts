import { describe, expect, test } from "vitest";
import { createGateway, listGateways, listSmartagRegions, readGateway } from "../../../src/api/gateways.ts";
import { at, gatewayOrder, shipTo } from "../../api/gateway-order.ts";

describe("a gateway as answered", () => {
  const [gateway] = listGateways(at).take([
    {
      SmartAccessGateways: {
        SmartAccessGateway: [
          {
            SmartAGId: "sag-1",
            Status: "ACTIVE",
            CidrBlock: "172.16.0.0/12, 192.168.8.0/24",
            MaxBandwidth: "50 M",
            SerialNumber: "sn1,sn2",
            EndTime: 1_850_000_000_000,
            HardwareVersion: "sag-100wm",
          },
        ],
      },
    },
  ]);

  test("bandwidth loses its unit, lists their commas, the status keeps its spelling", () => {
    expect(gateway).toMatchObject({
      bandwidthMbps: 50,
      cidrs: ["172.16.0.0/12", "192.168.8.0/24"],
      serials: ["sn1", "sn2"],
      status: "ACTIVE",
      endsAt: 1_850_000_000_000,
    });
  });

  test("what is missing is empty, not undefined", () => {
    expect(gateway).toMatchObject({ name: "", description: "", ccnId: "" });
    expect(gateway).not.toHaveProperty("createdAt");
  });
});

test("one object where a list belongs is a list of one", () => {
  const pages = [{ SmartAccessGateways: { SmartAccessGateway: { SmartAGId: "sag-1" } } }];
  expect(
    listGateways(at)
      .take(pages)
      .map((one) => one.id),
  ).toEqual(["sag-1"]);
});

test("a gateway on two pages counts once", () => {
  const page = { SmartAccessGateways: { SmartAccessGateway: [{ SmartAGId: "sag-1" }] } };
  expect(listGateways(at).take([page, page])).toHaveLength(1);
});

test("an attribute answer without an id is no gateway", () => {
  const read = readGateway({ ...at, id: "sag-1" });
  expect(read.take([{ RequestId: "A" }])).toBeUndefined();
  expect(read.take([{ SmartAGId: "sag-1", InstanceType: "sag-10wm" }])).toMatchObject({ hardware: "sag-10wm" });
});

test("the next page is asked for until the total is reached", () => {
  const { next } = listGateways(at);
  const full = { SmartAccessGateways: { SmartAccessGateway: [{ SmartAGId: "sag-1" }] }, TotalCount: "51" };
  expect(next?.({ ...full, PageNumber: 1 })?.params).toMatchObject({ PageNumber: 2, PageSize: 50 });
  expect(next?.({ ...full, PageNumber: 2 })).toBeUndefined();
});

test("an empty page ends the list, whatever the total says", () => {
  expect(listGateways(at).next?.({ PageNumber: 1, TotalCount: 500 })).toBeUndefined();
});

test("closed areas and the service's own test region are not offered", () => {
  const regions = [
    { RegionId: "cn-shanghai", LocalName: "中国内地" },
    { RegionId: "ap-southeast-2", LocalName: "澳大利亚（悉尼）已关停" },
    { RegionId: "cn-hangzhou-test-306", LocalName: "内部测试" },
  ];
  const open = listSmartagRegions({ account: "hub" }).take([{ Regions: { Region: regions } }]);
  expect(open.map((region) => region.id)).toEqual(["cn-shanghai"]);
});

describe("an order", () => {
  const order = { ...gatewayOrder, deployment: "cold-standby", autoPay: false } as const;

  test("carries the marker twice and the API's own word for the deployment", () => {
    expect(createGateway(order).call.params).toMatchObject({
      Description: "<marker>",
      BuyerMessage: "<marker>",
      HaType: "cold_backup",
      AutoPay: false,
      ReceiverZip: "100102",
    });
  });

  test("holds nothing undefined: pop-core would send the word", () => {
    const { phone: _, ...withoutPhone } = shipTo;
    const { params } = createGateway({ ...order, shipTo: withoutPhone }).call;
    expect(Object.values(params)).not.toContain(undefined);
    expect(params).not.toHaveProperty("ReceiverPhone");
  });
});
