import { vpcRegions } from "../cbn/region-names.ts";
import { ecsAction } from "./ecs-action.ts";

export const describeRegions = ecsAction({
  name: "DescribeRegions",
  kind: "read",
  parameters: { AcceptLanguage: { type: "string" } },
  evidence: "SDK model: fields. The regions are those that a CEN can have; names in English only.",
  handle() {
    const more = (id: string) => ({ RegionEndpoint: `ecs.${id}.aliyuncs.com`, Status: "available" });
    return { Regions: { Region: vpcRegions().map((one) => ({ ...one, ...more(one.RegionId) })) } };
  },
});
