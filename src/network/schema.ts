import { z } from "zod";
import { say, type Text } from "../text.ts";
import { cidrProblem, isAddress } from "./addresses.ts";
import { areaNames, findArea } from "./areas.ts";
import { cenAreaNames, findCenArea, knownRegions } from "./cen-areas.ts";
import { closest } from "./closest.ts";
import { gatewayMonths, modelNames, packageMbps, packageMonths } from "./models.ts";

interface Judgement {
  readonly code: string;
  readonly text: Text;
}

/** A text with a rule of ours that says what is wrong in our own words. */
function text(judge: (value: string) => Judgement | undefined) {
  return z.string().superRefine((value, context) => {
    const judgement = judge(value);
    if (judgement) context.addIssue({ code: "custom", params: { ...judgement } });
  });
}

/** Says the nearest of the known names, or all of them. */
export function unknownName(what: string, value: string, known: readonly string[]): Judgement {
  const near = closest(value, known);
  const advice = near === undefined ? `known: ${known.join(", ")}` : `did you mean ${near}?`;
  return {
    code: `unknown-${what.toLowerCase().replaceAll(" ", "-")}`,
    text: say`unknown ${what} "${value}"; ${advice}`,
  };
}

function form(pattern: RegExp, what: string) {
  const judge = (value: string) =>
    pattern.test(value) ? undefined : { code: "malformed", text: say`"${value}" is not ${what}` };
  return text(judge).meta({ pattern: pattern.source });
}

function oneOfNames(what: string, find: (value: string) => unknown, known: readonly string[]) {
  return text((value) => (find(value) ? undefined : unknownName(what, value, known))).meta({ examples: [...known] });
}

const id = (prefix: string) => form(new RegExp(`^${prefix}-[A-Za-z0-9_-]+$`), `an id such as ${prefix}-2zeab12cd34ef`);
const NAME = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const name = form(NAME, "a name: letters, digits, - and _, at most 64, not digits only");
const line = form(/^[^\r\n]*\S[^\r\n]*$/, "a text of one line");
const area = oneOfNames("area", findArea, areaNames);
const cenArea = oneOfNames("CEN area", findCenArea, cenAreaNames);
const region = oneOfNames("region", (value) => knownRegions.includes(value), knownRegions);
const cidr = text(cidrProblem).meta({ pattern: "^[0-9]+(\\.[0-9]+){3}/[0-9]+$" });
const address = text((value) =>
  isAddress(value) ? undefined : { code: "malformed", text: say`"${value}" is not an IPv4 address` },
);
const allowed = form(/^(icmp|(tcp|udp)\/\d{1,5}(-\d{1,5})?)$/, "icmp, tcp/443, tcp/8000-8080 or udp/53");
const mbps = z.int().min(1);
const oneOf = (numbers: readonly number[]) => z.literal([...numbers]);
const account = name.describe("A name under accounts; without it the first one").optional();

const shipTo = z.strictObject({
  name: line.describe("Who receives it"),
  mobile: line,
  email: line,
  country: line,
  state: line.describe("The province"),
  city: line,
  district: line,
  town: line.describe("The township or street office"),
  address: line.describe("Street and number"),
  zip: line,
  phone: line.describe("A landline").optional(),
});

const gateway = z.strictObject({
  id: id("sag").describe("A gateway that is there already: nothing is bought").optional(),
  serial: line.describe("Serial number of a device of your own").optional(),
  serials: z.array(line).min(1).max(2).describe("Serial numbers of two own devices, the active one first").optional(),
  model: z
    .enum(modelNames)
    .describe(`One of ${modelNames.join(", ")}`)
    .optional(),
  deployment: z
    .enum(["stand-alone", "cold-standby", "warm-standby"])
    .describe("stand-alone: one device; cold-standby, warm-standby: two")
    .optional(),
  bandwidthMbps: mbps.describe("Mbit/s; each model has its range").optional(),
  months: oneOf(gatewayMonths).describe("How long to subscribe: 1 to 9, 12, 24 or 36").optional(),
  shipTo: shipTo.describe("Where the box goes; screens and logs show <shipTo.…>").optional(),
  autoPay: z.boolean().describe("false: the order waits for a person to pay in the console").optional(),
});

const branch = z.strictObject({
  account,
  area: area.describe("Where the office is; without it the area of the CCN").optional(),
  cidrs: z.array(cidr).describe("The office's own addresses; the first block feeds DHCP").optional(),
  gateway: gateway.describe("What to buy, or the id of a gateway that is there").optional(),
});

const vpc = z.strictObject({
  id: id("vpc").describe("The VPC's id"),
  region: region.describe("The region it lies in"),
  account,
  securityGroups: z.array(id("sg")).describe("The groups to open; without them those of verify").optional(),
  verify: z.array(address).describe("Private addresses to ping").optional(),
  payer: z.enum(["cen-owner", "resource-owner"]).describe("Who pays when the VPC is another account's").optional(),
});

const bandwidthPackage = z.strictObject({
  id: id("cenbwp").describe("A package that is there already").optional(),
  name: line.describe("Its name in the console").optional(),
  areas: z.array(cenArea).length(2).describe("China, North-America, Asia-Pacific or Europe"),
  bandwidthMbps: z.int().min(packageMbps.min).max(packageMbps.max).describe("Mbit/s, 2 to 10000"),
  charge: z.enum(["POSTPAY", "PREPAY"]).describe("POSTPAY: pay-as-you-go; PREPAY: a subscription"),
  months: oneOf(packageMonths).describe("How long to subscribe, PREPAY only").optional(),
});

const connection = z.strictObject({
  between: z.array(z.string()).length(2).describe("Two names of VPCs, or ccn and one"),
  bandwidthMbps: mbps.describe("Mbit/s"),
});

const accounts = z.record(
  name,
  z.strictObject({
    profile: line.describe("A profile of ~/.aliyun/config.json").optional(),
    uid: form(/^\d{5,20}$/, "an account id: digits in quotes")
      .describe("The account id, in quotes")
      .optional(),
  }),
);

/** The network file as people write it; what needs more than one value to judge is in checks/. */
export const networkSchema = z.strictObject({
  network: name.describe("The name of this network; names what sagctl makes").optional(),
  marker: form(/^[0-9a-f]{12}$/, "12 hex characters in quotes")
    .describe("Marks what this file buys, so that sagctl knows it again; keep it")
    .optional(),
  accounts: accounts.describe("The first account owns the CEN, the CCN and the gateways").optional(),
  cen: z
    .strictObject({
      id: id("cen").describe("A CEN that is there already").optional(),
      name: line.describe("Found by its name, or made").optional(),
    })
    .describe("Cloud Enterprise Network: joins VPCs and branches of all regions")
    .optional(),
  ccn: z
    .strictObject({
      id: id("ccn").describe("A CCN that is there already").optional(),
      name: line.describe("The name of one that has to be made").optional(),
      area: area.describe(`One of ${areaNames.slice(0, 3).join(", ")}, …`).optional(),
    })
    .describe("Cloud Connect Network: the gateways of one area; the default one without id")
    .optional(),
  branches: z.record(name, branch).describe("The offices and their gateways").optional(),
  vpcs: z.record(name, vpc).describe("The VPCs to reach").optional(),
  packages: z.record(name, bandwidthPackage).describe("Bandwidth between two areas of the CEN").optional(),
  connections: z
    .array(connection)
    .describe("Shares of the packages between two regions; no more than they have")
    .optional(),
  reach: z
    .record(name, z.array(z.string()))
    .describe("Who may reach whom; without it everybody reaches everybody")
    .optional(),
  allow: z.array(allowed).describe("What the security groups let in: icmp, tcp/443, udp/53, …").optional(),
  simulate: line.describe("The scenario that --simulate starts from; nothing without that flag").optional(),
});

export type NetworkDocument = z.infer<typeof networkSchema>;
export type Section = keyof NetworkDocument;
