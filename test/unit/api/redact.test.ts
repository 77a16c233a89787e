import { expect, test } from "vitest";
import { redactCall, redactText } from "../../../src/api/client/redact.ts";
import { everyWrite } from "../../api/every-call.ts";
import { shipTo } from "../../api/gateway-order.ts";

const purchase = everyWrite[0]?.call;
if (purchase === undefined) throw new Error("the purchase is the first write");

test("no field of the address is left in a call that is printed", () => {
  const { params } = redactCall(purchase);
  const kept = Object.values(params).filter((value) => Object.values(shipTo).includes(String(value)));
  expect(kept).toEqual([]);
  expect(params.ReceiverDistrict).toBe("<shipTo.district>");
  expect(params.HardWareSpec).toBe("sag-100wm");
});

test("the service's words lose what they quote, URL-encoded too", () => {
  const text = `bad ${shipTo.email}, ${encodeURIComponent(shipTo.address)}, key A/B+`;
  expect(redactText(text, purchase, ["A/B+"])).toBe("bad <shipTo.email>, <shipTo.address>, key <hidden>");
});

test("a value of two letters is no secret worth spoiling a sentence for", () => {
  const call = { ...purchase, params: { ReceiverState: "is" } };
  expect(redactText("the name is wrong", call)).toBe("the name is wrong");
});
