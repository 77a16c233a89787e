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
  return { code: `unknown-${what.replaceAll(" ", "-")}`, text: say`unknown ${what} "${value}"; ${advice}` };
}

function form(pattern: RegExp, what: string) {
  const judge = (value: string) =>
    pattern.test(value) ? undefined : { code: "malformed", text: say`"${value}" is not ${what}` };
  return text(judge).meta({ pattern: pattern.source });
}

const id = (prefix: string) => form(new RegExp(`^${prefix}-[A-Za-z0-9_-]+$`), `an id such as ${prefix}-2zeab12cd34ef`);
const NAME = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const name = form(NAME, "a name: letters, digits, - and _, at most 64, not digits only");
const line = form(/^[^\r\n]*\S[^\r\n]*$/, "a text of one line");
const area = text((value) => (findArea(value) ? undefined : unknownName("area", value, areaNames)));
const cenArea = text((value) => (findCenArea(value) ? undefined : unknownName("CEN area", value, cenAreaNames)));
const region = text((value) => (knownRegions.includes(value) ? undefined : unknownName("region", value, knownRegions)));
const cidr = text(cidrProblem).meta({ pattern: "^[0-9]+(\\.[0-9]+){3}/[0-9]+$" });
const address = text((value) =>
  isAddress(value) ? undefined : { code: "malformed", text: say`"${value}" is not an IPv4 address` },
);
const allowed = form(/^(icmp|(tcp|udp)\/\d{1,5}(-\d{1,5})?)$/, "icmp, tcp/443, tcp/8000-8080 or udp/53");
const mbps = z.int().min(1).describe("Mbit/s");

const oneOf = (numbers: readonly number[]) => z.literal([...numbers]);

const shipTo = z.strictObject({
  name: line.describe("Who receives the box"),
  mobile: line.describe("In quotes: +86 13800000000"),
  email: line,
  country: line,
  state: line.describe("Province"),
  city: line,
  district: line,
  town: line,
  address: line,
  zip: line.describe("In quotes"),
  phone: line.describe("A landline").optional(),
});

const gateway = z.strictObject({
  id: id("sag").describe("A gateway that is there already; nothing is bought then").optional(),
  serial: line.describe("Serial number of an own device").optional(),
  serials: z.array(line).min(1).max(2).describe("Serial numbers of own devices, the active one first").optional(),
  model: z.enum(modelNames).optional(),
  deployment: z.enum(["stand-alone", "cold-standby", "warm-standby"]).describe("One device, or two").optional(),
  bandwidthMbps: mbps.optional(),
  months: oneOf(gatewayMonths).describe("How long to subscribe").optional(),
  shipTo: shipTo.describe("Where the box goes; printed as <shipTo.…> and never logged").optional(),
  autoPay: z.boolean().describe("false: leave an order that a person pays in the console").optional(),
});

const branch = z.strictObject({
  account: name.describe("A name under accounts; the first one if absent").optional(),
  area: area.describe("Where the branch is; the CCN's area if absent").optional(),
  cidrs: z.array(cidr).describe("The branch's own addresses; the first block feeds the device's DHCP").optional(),
  gateway: gateway.optional(),
});

const vpc = z.strictObject({
  id: id("vpc"),
  region,
  account: name.describe("A name under accounts; the first one if absent").optional(),
  securityGroups: z.array(id("sg")).describe("Found through the instances of verify if absent").optional(),
  verify: z.array(address).describe("Private addresses to ping").optional(),
  payer: z.enum(["cen-owner", "resource-owner"]).describe("Who pays the attachment of another account").optional(),
});

const bandwidthPackage = z.strictObject({
  id: id("cenbwp").optional(),
  name: line.describe("Its name in the console").optional(),
  areas: z.array(cenArea).length(2).describe("China, North-America, Asia-Pacific, Europe"),
  bandwidthMbps: z.int().min(packageMbps.min).max(packageMbps.max),
  charge: z.enum(["POSTPAY", "PREPAY"]),
  months: oneOf(packageMonths).describe("PREPAY only").optional(),
});

const connection = z.strictObject({
  between: z.array(z.string()).length(2).describe("Two names of vpcs, or ccn"),
  bandwidthMbps: mbps,
});

/** The network file as people write it; what needs more than one value to judge is in checks/. */
export const networkSchema = z.strictObject({
  network: name.describe("The name of this network").optional(),
  marker: form(/^[0-9a-f]{12}$/, "12 hex characters in quotes")
    .describe("Marks what this file buys; keep it")
    .optional(),
  accounts: z
    .record(
      name,
      z.strictObject({
        profile: line.describe("A profile of ~/.aliyun/config.json").optional(),
        uid: form(/^\d{5,20}$/, "an account id: digits in quotes").optional(),
      }),
    )
    .describe("The first one owns the CEN, the CCN and the gateways")
    .optional(),
  cen: z
    .strictObject({ id: id("cen").optional(), name: line.optional() })
    .describe("By id or by name")
    .optional(),
  ccn: z
    .strictObject({ id: id("ccn").optional(), name: line.optional(), area: area.optional() })
    .describe("The default CCN of the area if neither id nor name is given")
    .optional(),
  branches: z.record(name, branch).describe("Branch offices and their gateways").optional(),
  vpcs: z.record(name, vpc).describe("The VPCs to reach").optional(),
  packages: z.record(name, bandwidthPackage).describe("CEN bandwidth between two areas").optional(),
  connections: z.array(connection).describe("Bandwidth between two regions, out of a package").optional(),
  reach: z.record(name, z.array(z.string())).describe("Who may reach whom; everybody if absent").optional(),
  allow: z.array(allowed).describe("What the security groups let in").optional(),
  simulate: line.describe("The scenario that --simulate starts from").optional(),
});

export type NetworkDocument = z.infer<typeof networkSchema>;
export type Section = keyof NetworkDocument;
