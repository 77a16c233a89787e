import { expect, test } from "vitest";
import { listCcns } from "../../../src/api/ccns.ts";
import { at } from "../../api/gateway-order.ts";

test("a CCN knows whether it is the default one only where the service says so", () => {
  const ccns = [{ CcnId: "ccn-1", IsDefault: "true", AssociatedCloudBoxCount: "3" }, { CcnId: "ccn-2" }];
  const [first, second] = listCcns(at).take([{ CloudConnectNetworks: { CloudConnectNetwork: ccns } }]);
  expect(first).toMatchObject({ isDefault: true, gatewayCount: 3, newAgw: false, cenId: "" });
  expect(second).not.toHaveProperty("isDefault");
});
