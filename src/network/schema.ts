import { z } from "zod";
import { areaNames } from "./areas.ts";
import * as form from "./forms.ts";
import { gatewayMonths, modelNames, packageMbps, packageMonths } from "./models.ts";
import { shipTo } from "./ship-to-forms.ts";

const account = form.nameOrUid.describe("A name under accounts, or an account id; without it the first one").optional();

const gateway = z.strictObject({
  id: form.id("sag").describe("A gateway that is there already: nothing is bought").optional(),
  serial: form.line.describe("Serial number of a device of your own").optional(),
  serials: z
    .array(form.line)
    .min(1)
    .max(2)
    .describe("Serial numbers of two own devices, the active one first")
    .optional(),
  model: z
    .enum(modelNames)
    .describe(`One of ${modelNames.join(", ")}`)
    .optional(),
  deployment: z
    .enum(["stand-alone", "cold-standby", "warm-standby"])
    .describe("stand-alone: one device; cold-standby, warm-standby: two")
    .optional(),
  bandwidthMbps: form.mbps.describe("Mbit/s; each model has its range").optional(),
  months: form.oneOf(gatewayMonths).describe("How long to subscribe: 1 to 9, 12, 24 or 36").optional(),
  shipTo: shipTo.describe("Where the box goes; screens and logs show <shipTo.…>").optional(),
  autoPay: z.boolean().describe("false: the order waits for a person to pay in the console").optional(),
});

const branch = z.strictObject({
  account,
  area: form.area.describe("Where the office is; without it the area of the CCN").optional(),
  cidrs: z.array(form.cidr).describe("The office's own addresses; the first block feeds DHCP").optional(),
  gateway: gateway.describe("What to buy, or the id of a gateway that is there").optional(),
});

const vpc = z.strictObject({
  id: form.id("vpc").describe("The VPC's id"),
  region: form.region.describe("The region it lies in"),
  account,
  securityGroups: z
    .array(form.id("sg"))
    .describe("The groups to open; without them those of verify; []: none needs opening")
    .optional(),
  verify: z.array(form.address).describe("Private addresses to ping").optional(),
  payer: z.enum(["cen-owner", "resource-owner"]).describe("Who pays when the VPC is another account's").optional(),
  attachmentName: form.cenName.describe("The name of its attachment to the transit router").optional(),
  attachment: form.id("tr-attach").describe("That attachment's id, for who cannot see the CEN").optional(),
  cidrs: z.array(form.cidr).describe("Its own addresses, for who cannot read the VPC").optional(),
  vSwitches: z
    .array(form.id("vsw"))
    .min(1)
    .max(10)
    .describe("The vSwitches of the attachment, one for each zone")
    .optional(),
});

const bandwidthPackage = z.strictObject({
  id: form.id("cenbwp").describe("A package that is there already").optional(),
  name: form.cenName.describe("Its name in the console").optional(),
  areas: z.array(form.cenArea).length(2).describe("China, North-America, Asia-Pacific or Europe"),
  bandwidthMbps: z.int().min(packageMbps.min).max(packageMbps.max).describe("Mbit/s, 2 to 10000"),
  charge: z.enum(["POSTPAY", "PREPAY"]).describe("POSTPAY: pay-as-you-go; PREPAY: a subscription"),
  months: form.oneOf(packageMonths).describe("How long to subscribe, PREPAY only").optional(),
});

const connection = z.strictObject({
  between: z.array(z.string()).length(2).describe("Two names of VPCs, or ccn and one"),
  bandwidthMbps: form.mbps.describe("Mbit/s"),
  paidBy: z
    .enum(["package", "data-transfer"])
    .describe("Out of a bandwidth package, or by what is transferred (Enterprise Edition)")
    .optional(),
});

const accounts = z.record(
  form.name,
  z.strictObject({
    profile: form.line.describe("A profile of ~/.aliyun/config.json").optional(),
    uid: form.uid.describe("The account id, in quotes").optional(),
  }),
);

/** The network file as people write it; what needs more than one value to judge is in checks/. */
export const networkSchema = z.strictObject({
  network: form.name.describe("The name of this network; names what sagctl makes").optional(),
  marker: form.marker.describe("Marks what this file buys, so that sagctl knows it again; keep it").optional(),
  accounts: accounts.describe("The first account owns the CEN, the CCN and the gateways").optional(),
  cen: z
    .strictObject({
      id: form.id("cen").describe("A CEN that is there already").optional(),
      name: form.cenName.describe("Found by its name, or made").optional(),
    })
    .describe("Cloud Enterprise Network: joins VPCs and branches of all regions")
    .optional(),
  ccn: z
    .strictObject({
      id: form.id("ccn").describe("A CCN that is there already").optional(),
      name: form.ccnName.describe("The name of one that has to be made").optional(),
      area: form.area.describe(`One of ${areaNames.slice(0, 3).join(", ")}, …`).optional(),
    })
    .describe("Cloud Connect Network: the gateways of one area; the default one without id")
    .optional(),
  branches: z.record(form.name, branch).describe("The offices and their gateways").optional(),
  vpcs: z.record(form.name, vpc).describe("The VPCs to reach").optional(),
  packages: z.record(form.name, bandwidthPackage).describe("Bandwidth between two areas of the CEN").optional(),
  connections: z
    .array(connection)
    .describe("Shares of the packages between two regions; no more than they have")
    .optional(),
  reach: z
    .record(form.name, z.array(z.string()))
    .describe("Who may reach whom; without it everybody reaches everybody")
    .optional(),
  allow: z.array(form.allowed).describe("What the security groups let in: icmp, tcp/443, udp/53, …").optional(),
  simulate: form.line.describe("The scenario that --simulate starts from; nothing without that flag").optional(),
});

export type NetworkDocument = z.infer<typeof networkSchema>;
export type Section = keyof NetworkDocument;
