import { listTransitRouters, readTransitRouterZones } from "../../api/transit-routers.ts";
import { editionOf } from "../../steps/attach/edition.ts";
import type { Talk } from "./talk.ts";

/** Regions in which the draft's VPCs are attached, or will be, to transit routers of Enterprise Edition. */
export async function enterpriseRegions({ look, sketch }: Talk): Promise<ReadonlySet<string>> {
  const { hub, cen, vpcs } = sketch.network;
  const regions = [...new Set(vpcs.map((vpc) => vpc.region))];
  const routers = cen.id === undefined ? [] : await look.read(listTransitRouters({ account: hub, cen: cen.id }));
  const isEnterprise = async (region: string) => {
    const known = editionOf(routers, region);
    if (known !== undefined) return known === "Enterprise";
    return (await look.read(readTransitRouterZones({ account: hub, region }))).length > 0;
  };
  const found = await Promise.all(regions.map(isEnterprise));
  return new Set(regions.filter((_, index) => found[index]));
}
