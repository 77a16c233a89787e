import { Refusal } from "../action.ts";
import { vpcRegions } from "../cbn/region-names.ts";

/** Source: error tables of CreateVpc, DescribeZones and Ecs; that the other actions of Vpc have the code too is an assumption. */
export function requireRegion(region: unknown): void {
  if (vpcRegions().some((one) => one.RegionId === region)) return;
  throw new Refusal(404, "InvalidRegionId.NotFound", "The region does not exist.");
}
