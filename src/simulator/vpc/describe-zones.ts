import { vpcAction } from "./vpc-action.ts";
import { zonesOf } from "./zones.ts";

export const describeZones = vpcAction({
  name: "DescribeZones",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    ZoneType: { type: "string", oneOf: ["AvailabilityZone"] },
    AcceptLanguage: { type: "string" },
  },
  evidence: "SDK model: fields, no paging. Page: InvalidRegionId.NotFound. Which zones there are is mostly assumed.",
  handle(_world, { params }) {
    const region = String(params.RegionId);
    const shown = zonesOf(region).map((id) => ({ ZoneId: id, LocalName: id, ZoneType: "AvailabilityZone" }));
    return { Zones: { Zone: shown } };
  },
});
