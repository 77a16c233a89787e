import { describe, expect, it } from "vitest";
import type { ShipTo } from "../../../src/network/network.ts";
import { withoutPersonalData } from "../../../src/network/ship-to.ts";

const shipTo: ShipTo = {
  name: "Wang Invented",
  mobile: "+86 13800000000",
  email: "wang@example.com",
  country: "China",
  state: "Beijing",
  city: "Beijing",
  district: "Chaoyang",
  town: "Nowhere",
  address: "1 Example Street",
  zip: "100000",
};

describe("personal data", () => {
  it("reads <shipTo.…> under every key shipTo, however deep", () => {
    const network = { branches: [{ name: "beijing", gateway: { months: 12, shipTo } }] };
    const clean = withoutPersonalData(network);
    expect(clean.branches[0]?.gateway.shipTo.mobile).toBe("<shipTo.mobile>");
    expect(clean.branches[0]?.gateway.months).toBe(12);
    for (const value of Object.values(shipTo)) expect(JSON.stringify(clean)).not.toContain(`"${value}"`);
  });

  it("reads the same in the parameters of the purchase", () => {
    const params = { RegionId: "cn-shanghai", ReceiverName: shipTo.name, ReceiverZip: shipTo.zip, AutoPay: true };
    expect(withoutPersonalData({ call: { params } })).toEqual({
      call: {
        params: {
          ...{ RegionId: "cn-shanghai", ReceiverName: "<shipTo.name>", ReceiverZip: "<shipTo.zip>", AutoPay: true },
        },
      },
    });
  });

  it("is found inside any text once the address is given", () => {
    const said = [`the courier could not find ${shipTo.address}; call ${shipTo.mobile}`];
    expect(withoutPersonalData(said, [shipTo])).toEqual([
      "the courier could not find <shipTo.address>; call <shipTo.mobile>",
    ]);
  });

  it("does not spoil sentences about China", () => {
    expect(withoutPersonalData("CCN Mainland China", [shipTo])).toBe("CCN Mainland China");
  });

  it("is left in the value that was given", () => {
    const before = structuredClone(shipTo);
    withoutPersonalData({ shipTo });
    expect(shipTo).toEqual(before);
  });

  it.each([null, 5, true, undefined])("is not in %s", (value) => expect(withoutPersonalData(value)).toBe(value));
});
