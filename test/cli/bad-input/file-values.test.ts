import { describe, expect, it } from "vitest";
import { expectNothingSent, serveBadCloud } from "../../support/bad-cloud.ts";
import { exampleWith, openOffice, placeOf } from "./office.ts";

const ELEVEN = Array.from({ length: 11 }, (_, index) => `172.16.${index}.0/24`).join(", ");

interface Case {
  readonly what: string;
  readonly text: string;
  /** Words of the text whose place must be named. */
  readonly at: string;
  /** Words whose place must be named as well. */
  readonly and?: string;
  readonly says: readonly string[];
}

const cidrs: readonly Case[] = [
  {
    what: "a malformed CIDR",
    text: exampleWith("[172.16.0.0/12]", "[172.16.0/12]"),
    at: "172.16.0/12",
    says: ["172.16.0/12 is not an IPv4 CIDR block such as 172.16.0.0/12"],
  },
  {
    what: "a mask that is none",
    text: exampleWith("[172.16.0.0/12]", "[172.16.0.0/33]"),
    at: "172.16.0.0/33",
    says: ["172.16.0.0/33 is not an IPv4 CIDR block"],
  },
  {
    what: "host bits",
    text: exampleWith("[172.16.0.0/12]", "[172.16.5.0/12]"),
    at: "172.16.5.0/12",
    says: ["172.16.5.0/12 has host bits set; write 172.16.0.0/12"],
  },
  {
    what: "two overlapping CIDRs of one branch",
    text: exampleWith("[172.16.0.0/12]", "[172.16.0.0/12, 172.17.3.0/24]"),
    at: "172.17.3.0/24",
    and: "172.16.0.0/12",
    says: ["172.17.3.0/24 overlaps 172.16.0.0/12 of the same branch"],
  },
  {
    what: "the CIDR of another branch",
    text: exampleWith("branches:\n", "branches:\n  shanghai: { cidrs: [172.16.8.0/24], gateway: { id: sag-other } }\n"),
    at: "172.16.0.0/12",
    and: "172.16.8.0/24",
    says: ["172.16.0.0/12 overlaps 172.16.8.0/24 of branch shanghai"],
  },
  {
    what: "more than ten CIDRs",
    text: exampleWith("[172.16.0.0/12]", `[${ELEVEN}]`),
    at: "[172.16.0.0/24",
    says: ["branch beijing has 11 CIDR blocks; a gateway takes at most 10"],
  },
];

const amounts: readonly Case[] = [
  {
    what: "a bandwidth that the model does not have",
    text: exampleWith("bandwidthMbps: 10\n      months", "bandwidthMbps: 51\n      months"),
    at: "51\n",
    says: ["51 Mbit/s is out of the range of SAG-100WM: 2 to 50 Mbit/s"],
  },
  {
    what: "connections above their package",
    text: exampleWith(
      "between: [ccn, silicon-valley], bandwidthMbps: 5",
      "between: [ccn, silicon-valley], bandwidthMbps: 6",
    ),
    at: "10\n    charge",
    says: [
      "package china-america has 10 Mbit/s, its connections want 11",
      "hangzhou/silicon-valley 5",
      "ccn/silicon-valley 6",
    ],
  },
];

const names: readonly Case[] = [
  {
    what: "an unknown region",
    text: exampleWith("region: us-west-1", "region: us-wset-1"),
    at: "us-wset-1",
    says: [`unknown region "us-wset-1"; did you mean us-west-1?`],
  },
  {
    what: "an unknown area",
    text: exampleWith("area: mainland-china", "area: mainland-chnia"),
    at: "mainland-chnia",
    says: [`unknown area "mainland-chnia"; did you mean mainland-china?`],
  },
  {
    what: "an unknown area of a package",
    text: exampleWith("[China, North-America]", "[China, America]"),
    at: "America]",
    says: [`unknown CEN area "America"`, "North-America"],
  },
  {
    what: "an unknown model",
    text: exampleWith("model: sag-100wm", "model: sag-100mw"),
    at: "sag-100mw",
    says: [`unknown model "sag-100mw"; did you mean sag-100wm?`],
  },
  {
    what: "a VPC that the file does not name",
    text: exampleWith("between: [ccn, silicon-valley]", "between: [ccn, silicon-valey]"),
    at: "silicon-valey",
    says: [`unknown VPC "silicon-valey"; did you mean silicon-valley?`],
  },
];

const gatewayName = "is to be the name of a gateway, which has 2 to 128 characters, a letter first";
const cenName = "is not a name: 1 to 128 characters in one line, not beginning with http:// or https://";
const renamed = exampleWith("  beijing:\n", "  1b:\n").replace("reach:\n  beijing:", "reach:\n  1b:");

/** Names under which something is made, each by the rule of its own kind. */
const cloudNames: readonly Case[] = [
  { what: "a gateway's name that begins with a digit", text: renamed, at: "1b:\n", says: [`1b ${gatewayName}`] },
  {
    what: "a gateway's name of one letter",
    text: renamed.replaceAll("1b:", "b:").replace("  b:", "  b:\n"),
    at: "b:\n\n",
    says: [`b ${gatewayName}`],
  },
  {
    what: "a CEN's name like a URL",
    text: exampleWith("cen: { name: global }", "cen: { name: https://global }"),
    at: "https://global }",
    says: [`"https://global" ${cenName}`],
  },
  {
    what: "a CCN's name that begins with a digit",
    text: exampleWith("ccn: { area", "ccn: { name: 2nd, area"),
    at: "2nd,",
    says: [`"2nd" is not the name of a CCN: 2 to 100 characters, a letter first`],
  },
  {
    what: "a package's name of too many characters",
    text: exampleWith("charge: POSTPAY", `charge: POSTPAY\n    name: ${"p".repeat(129)}`),
    at: "ppp",
    says: [cenName],
  },
  {
    what: "an attachment's name like a URL",
    text: exampleWith("region: cn-hangzhou", "region: cn-hangzhou\n    attachmentName: http://a"),
    at: "http://a",
    says: [`"http://a" ${cenName}`],
  },
];

/** Where a parcel cannot go, or nobody be called; what was written is personal, and is not said again. */
const addresses: readonly (Case & { readonly personal: string })[] = [
  [
    "a mobile number without a number",
    `mobile: "+86 13800000000"`,
    "mobile: unknown",
    "a mobile number has 6 to 17 digits",
  ],
  [
    "an e-mail address that is none",
    "email: network@example.com",
    "email: Zaphod",
    "an e-mail address looks like network@example.com",
  ],
  ["a country of one letter", "country: China", "country: Q", "a country has two letters at least"],
  [
    "a country where nothing is shipped",
    "country: China",
    "country: Japan",
    "Alibaba Cloud ships to mainland China only",
  ],
  [
    "a country that only ends in China",
    "country: China",
    "country: Hong Kong SAR, China",
    "Alibaba Cloud ships to mainland China only",
  ],
  ["a postcode of five digits", `zip: "100000"`, `zip: "10000"`, "a postcode of mainland China has six digits"],
].map(([what = "", written = "", instead = "", says = ""]) => {
  const personal = instead.replace(/^\w+: /, "");
  return {
    what,
    text: exampleWith(written, instead),
    at: personal,
    says: [says],
    personal: personal.replaceAll('"', ""),
  };
});

const forms: readonly Case[] = [
  {
    what: "an unknown key",
    text: exampleWith("      bandwidthMbps: 10", "      bandwithMbps: 10"),
    at: "bandwithMbps",
    says: [`unknown key "bandwithMbps"; did you mean bandwidthMbps?`],
  },
  {
    what: "an unknown key at the top",
    text: exampleWith("allow: [icmp]", "allows: [icmp]"),
    at: "allows",
    says: [`unknown key "allows"; did you mean allow?`],
  },
  {
    what: "a text where a number belongs",
    text: exampleWith("months: 12", "months: twelve"),
    at: "twelve",
    says: [`branches.beijing.gateway.months must be one of`, `not the text "twelve"`],
  },
  {
    what: "a number where a text belongs",
    text: exampleWith(`uid: "1000000000000001"`, "uid: 1000000000000001"),
    at: "1000000000000001",
    says: [`accounts.hub.uid must be a text, not 1000000000000001; put it in quotes: "1000000000000001"`],
  },
  {
    what: "one value where a list belongs",
    text: exampleWith("cidrs: [172.16.0.0/12]", "cidrs: 172.16.0.0/12"),
    at: "172.16.0.0/12",
    says: [`branches.beijing.cidrs must be a list, not the text "172.16.0.0/12"`],
  },
  {
    what: "something that is no YAML",
    text: exampleWith("cidrs: [172.16.0.0/12]", "cidrs: [172.16.0.0/12"),
    at: "gateway:\n      model",
    says: ["this is not YAML"],
  },
];

describe.each(["plan", "apply"])("sagctl %s on a file with", (command) => {
  it.each([...cidrs, ...amounts, ...names, ...cloudNames, ...forms])(
    "$what names line and column, exits 2",
    async ({ text, at, and, says }) => {
      const bad = await serveBadCloud();
      const office = openOffice({ text, url: bad.url });
      const { code, words } = await office.run(command, "--yes", "--approve-purchases");
      expect(words).toContain(`${placeOf(at, text)}: `);
      if (and !== undefined) expect(words).toContain(`(${placeOf(and, text)})`);
      for (const one of says) expect(words).toContain(one);
      expect(code).toBe(2);
      expect(bad.cloud.calls()).toEqual([]);
      expectNothingSent(bad);
      office.expectNothingLost();
    },
  );
});

describe("an address that will not do", () => {
  it.each(addresses)(
    "$what names line and column, not what was written, exits 2",
    async ({ text, at, says, personal }) => {
      const bad = await serveBadCloud();
      const office = openOffice({ text, url: bad.url });
      const { code, words } = await office.run("plan");
      expect(words).toContain(`${placeOf(at, text)}: ${says[0]}`);
      expect(words).not.toContain(` ${personal} `);
      expect(code).toBe(2);
      expect(bad.cloud.calls()).toEqual([]);
    },
  );

  it("is one where something is sent: a contact for a device of one's own may live anywhere", async () => {
    const bad = await serveBadCloud();
    const text = exampleWith("country: China", "country: Japan")
      .replace('zip: "100000"', "zip: 100-0001")
      .replace("      model: sag-100wm", "      serial: sag4a1b\n      model: sag-100wm");
    expect((await openOffice({ text, url: bad.url }).run("plan")).code).toBe(0);
  });
});

describe("a file with several faults", () => {
  it("has all of them told at once, from the first line to the last", async () => {
    const bad = await serveBadCloud();
    const text = exampleWith("[172.16.0.0/12]", "[172.16.5.0/12]").replace("region: us-west-1", "region: us-wset-1");
    const office = openOffice({ text, url: bad.url });
    const { code, words } = await office.run("apply", "--yes", "--approve-purchases");
    expect(words).toMatch(/has host bits set.*unknown region "us-wset-1"/);
    expect(code).toBe(2);
    expectNothingSent(bad);
  });
});
