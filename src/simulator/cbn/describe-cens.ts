import type { SimAction } from "../action.ts";
import { pageOf } from "../paging.ts";
import { type Answers, filtered, filterParameter } from "./filter.ts";
import { isBought } from "./lookups.ts";
import { pagingParameters } from "./paging-parameters.ts";
import type { BandwidthPackage, Cen } from "./things.ts";
import { cbnTime } from "./times.ts";

const answers: Answers<Cen> = { CenId: (cen) => [cen.id], Name: (cen) => [cen.name] };

/** The caller's CENs; an unknown id is an empty list. */
export const describeCens: SimAction = {
  product: "Cbn",
  name: "DescribeCens",
  kind: "read",
  permission: "cen:DescribeCens",
  parameters: { Filter: filterParameter, ...pagingParameters },
  evidence: "metadata; filter keys: API page; the 2019 key CenBandwidthPackageId is refused as today",
  handle(world, request) {
    const own = world.listed<Cen>("cen").filter((cen) => cen.uid === request.uid);
    const { items: page, echo } = pageOf(filtered(own, request.params.Filter, answers), request);
    world.call.transitional = page.some((cen) => cen.status !== "Active");
    const packages = world.listed<BandwidthPackage>("cen-package").filter(isBought);
    return { Cens: { Cen: page.map((cen) => shown(cen, packages)) }, ...echo };
  },
};

function shown(cen: Cen, packages: readonly BandwidthPackage[]): Record<string, unknown> {
  return {
    CenId: cen.id,
    Name: cen.name,
    Description: cen.description,
    Status: cen.status,
    ProtectionLevel: cen.protectionLevel,
    Ipv6Level: "DISABLED",
    CreationTime: cbnTime(cen.createdAt),
    CenBandwidthPackageIds: {
      CenBandwidthPackageId: packages.filter((one) => one.cenId === cen.id).map((one) => one.id),
    },
    Tags: { Tag: cen.tags },
  };
}
