import { z } from "zod";
import { say, type Text } from "../text.ts";
import { line } from "./forms.ts";

/** One line with a rule of ours; what was written is personal, and is not said again. */
function personal(isRight: (value: string) => boolean, otherwise: Text) {
  return line.superRefine((value, context) => {
    if (!isRight(value)) context.addIssue({ code: "custom", params: { code: "address", text: otherwise } });
  });
}

const digitsIn = (value: string) => value.replace(/\D/g, "").length;
const lettersIn = (value: string) => value.replace(/\P{L}/gu, "").length;

// A number has at most 15 digits with its country code, before which 00 may stand. Source: ITU-T E.164.
const isMobile = (value: string) => /^[\d\s()+.-]+$/.test(value) && digitsIn(value) >= 6 && digitsIn(value) <= 17;
const mobile = personal(isMobile, say`a mobile number has 6 to 17 digits: "+86 13800000000"`);
const phone = personal((value) => digitsIn(value) >= 5, say`a landline has five digits at least: "010-12345678"`);
const email = personal(
  (value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
  say`an e-mail address looks like network@example.com`,
);
const country = personal((value) => lettersIn(value) >= 2, say`a country has two letters at least: China`);
const zip = personal(
  (value) => lettersIn(value) + digitsIn(value) >= 3,
  say`a postcode has three digits or letters at least: "100000"`,
);

/** Who receives the gateway, or is the contact for one's own. */
export const shipTo = z.strictObject({
  name: line.describe("Who receives it"),
  mobile,
  email,
  country,
  state: line.describe("The province"),
  city: line,
  district: line,
  town: line.describe("The township or street office"),
  address: line.describe("Street and number"),
  zip,
  phone: phone.describe("A landline").optional(),
});

/** What is wrong in the fields that are there; those that are missing are not asked about here. */
export function wrongFields(
  form: typeof shipTo,
  fields: object,
): readonly { readonly field: string; readonly text: Text }[] {
  const issues = form.safeParse(fields).error?.issues ?? [];
  return issues.flatMap(({ path, ...issue }) =>
    issue.code === "custom" ? [{ field: String(path[0]), text: issue.params?.text as Text }] : [],
  );
}

const china = /china|中国|中國|中华|中華|^(cn|chn|p\.? ?r\.? ?c\.?)$/i;
const elsewhere =
  /hong ?kong|maca[uo]|taiwan|^(the )?republic of china|香港|澳门|澳門|台湾|台灣|臺灣|中华民国|中華民國/i;

const mainlandOnly = say`Alibaba Cloud ships to mainland China only: write China, or give the serial number of a device of your own`;

/** Where a gateway is sent. Source: product pages of Smart Access Gateway: hardware is shipped within mainland China only. */
export const shippedTo = shipTo.extend({
  country: personal((value) => china.test(value.trim()) && !elsewhere.test(value), mainlandOnly),
  state: personal((value) => !elsewhere.test(value), mainlandOnly),
  zip: personal((value) => /^\d{6}$/.test(value), say`a postcode of mainland China has six digits: "100000"`),
});
