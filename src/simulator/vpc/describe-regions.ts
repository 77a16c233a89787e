import { vpcRegions } from "../cbn/region-names.ts";
import { vpcAction } from "./vpc-action.ts";

export const describeRegions = vpcAction({
  name: "DescribeRegions",
  kind: "read",
  parameters: { AcceptLanguage: { type: "string" }, ProductType: { type: "string", oneOf: ["VPC"] } },
  evidence: "SDK model: fields. The regions are those that a CEN can have; names in English only.",
  handle() {
    const shown = vpcRegions().map((one) => ({ ...one, RegionEndpoint: `vpc.${one.RegionId}.aliyuncs.com` }));
    return { Regions: { Region: shown } };
  },
});
