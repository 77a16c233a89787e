import { describe, expect, it } from "vitest";
import { shippedTo, shipTo } from "../../../src/network/ship-to-forms.ts";

const right = {
  ...{ name: "王", mobile: "13800000000", email: "a@b.cn", country: "China", state: "Beijing", city: "Beijing" },
  ...{ district: "Chaoyang", town: "-", address: "1", zip: "100000" },
};
const wrongIn = (form: typeof shipTo, fields: object) =>
  form.safeParse({ ...right, ...fields }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("an address", () => {
  it.each(["13800000000", "+86 138-0000-0000", "0086 13800000000", "(852) 5123 4567", "+290 51234"])(
    "has a mobile number such as %s",
    (mobile) => expect(wrongIn(shipTo, { mobile })).toEqual([]),
  );

  it.each(["X", "123", "call me", "1380000000013800000000"])("has no mobile number such as %s", (mobile) =>
    expect(wrongIn(shipTo, { mobile })).toEqual(["mobile"]),
  );

  it.each(["a@b.cn", "first.last+sag@mail.example.co.uk", "网络@例子.中国"])(
    "has an e-mail address such as %s",
    (email) => expect(wrongIn(shipTo, { email })).toEqual([]),
  );

  it.each(["Z", "a@b", "@b.cn", "a b@c.cn", "a@b.cn, c@d.cn", "a@b..cn"])("has no e-mail address such as %s", (email) =>
    expect(wrongIn(shipTo, { email })).toEqual(["email"]),
  );

  it.each(["T", "1", "中"])("has no country such as %s", (country) =>
    expect(wrongIn(shipTo, { country })).toEqual(["country"]),
  );

  it.each(["101", "SW1A 1AA", "100-0001", "999077", "D02 AF30"])("abroad has a postcode such as %s", (zip) =>
    expect(wrongIn(shipTo, { zip, country: "Anywhere" })).toEqual([]),
  );

  it("has no postcode of two digits anywhere", () => expect(wrongIn(shipTo, { zip: "00" })).toEqual(["zip"]));

  it.each(["010-12345678", "0571 8888 8888 ext. 12", "8502600转801"])("may have a landline such as %s", (phone) =>
    expect(wrongIn(shipTo, { phone })).toEqual([]),
  );
});

describe("an address to which a gateway is sent", () => {
  it.each([
    "China",
    "china",
    "CN",
    "CHN",
    "PRC",
    "P.R.China",
    "P. R. C.",
    "PR China",
    "Mainland China",
    "中国",
    "中國大陸",
    "People's Republic of China",
  ])("lies in mainland China, written %s", (country) => expect(wrongIn(shippedTo, { country })).toEqual([]));

  it.each([
    "Japan",
    "Germany",
    "Hong Kong",
    "Hong Kong SAR, China",
    "Macau, China",
    "Taiwan, China",
    "中国香港",
    "Republic of China",
  ])("does not lie in %s", (country) => expect(wrongIn(shippedTo, { country })).toEqual(["country"]));

  it("does not lie in a part of China to which nothing is shipped", () =>
    expect(wrongIn(shippedTo, { state: "Hong Kong" })).toEqual(["state"]));

  it.each(["00", "10000", "100-000", "1000000"])("has no postcode such as %s", (zip) =>
    expect(wrongIn(shippedTo, { zip })).toEqual(["zip"]),
  );
});
