import type { SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { associateCenBandwidthPackage, whenPackageAssociated } from "./associate-cen-bandwidth-package.ts";
import { attachCenChildInstance, whenChildAttached } from "./attach-cen-child-instance.ts";
import { checkTransitRouterService } from "./check-transit-router-service.ts";
import { createCen, whenCenSettled } from "./create-cen.ts";
import { createCenBandwidthPackage, whenPackageCreated } from "./create-cen-bandwidth-package.ts";
import { deleteCen, whenCenDeleted } from "./delete-cen.ts";
import { deleteCenBandwidthPackage, whenPackageDeleted } from "./delete-cen-bandwidth-package.ts";
import { describeCenAttachedChildInstanceAttribute } from "./describe-cen-attached-child-instance-attribute.ts";
import { describeCenAttachedChildInstances } from "./describe-cen-attached-child-instances.ts";
import { describeCenBandwidthPackages } from "./describe-cen-bandwidth-packages.ts";
import { describeCenGeographicSpanRemainingBandwidth } from "./describe-cen-geographic-span-remaining-bandwidth.ts";
import { describeCenGeographicSpans } from "./describe-cen-geographic-spans.ts";
import { describeCenInterRegionBandwidthLimits } from "./describe-cen-inter-region-bandwidth-limits.ts";
import { describeCenRegionDomainRouteEntries } from "./describe-cen-region-domain-route-entries.ts";
import { describeCens } from "./describe-cens.ts";
import { describeChildInstanceRegions } from "./describe-child-instance-regions.ts";
import { describeGeographicRegionMembership } from "./describe-geographic-region-membership.ts";
import { describeGrantRulesToCen } from "./describe-grant-rules-to-cen.ts";
import { describePublishedRouteEntries } from "./describe-published-route-entries.ts";
import { describeRouteConflict } from "./describe-route-conflict.ts";
import { detachCenChildInstance, whenChildDetached } from "./detach-cen-child-instance.ts";
import { listTransitRouterAvailableResource } from "./list-transit-router-available-resource.ts";
import { listTransitRouters } from "./list-transit-routers.ts";
import { modifyCenAttribute } from "./modify-cen-attribute.ts";
import { modifyCenBandwidthPackageAttribute } from "./modify-cen-bandwidth-package-attribute.ts";
import { modifyCenBandwidthPackageSpec, whenPackageResized } from "./modify-cen-bandwidth-package-spec.ts";
import { openTransitRouterService } from "./open-transit-router-service.ts";
import { whenPackageCancelled, whenPackagePaid } from "./package-payment.ts";
import { setCenInterRegionBandwidthLimit, whenConnectionSettled } from "./set-cen-inter-region-bandwidth-limit.ts";
import { unassociateCenBandwidthPackage, whenPackageUnassociated } from "./unassociate-cen-bandwidth-package.ts";

/** What the simulated CBN understands: Basic Edition, and what shows the edition. */
export const actions: readonly SimAction[] = [
  createCen,
  describeCens,
  modifyCenAttribute,
  deleteCen,
  attachCenChildInstance,
  detachCenChildInstance,
  describeCenAttachedChildInstances,
  describeCenAttachedChildInstanceAttribute,
  describeChildInstanceRegions,
  describeGeographicRegionMembership,
  describeCenGeographicSpans,
  describeCenGeographicSpanRemainingBandwidth,
  createCenBandwidthPackage,
  describeCenBandwidthPackages,
  associateCenBandwidthPackage,
  unassociateCenBandwidthPackage,
  modifyCenBandwidthPackageSpec,
  modifyCenBandwidthPackageAttribute,
  deleteCenBandwidthPackage,
  setCenInterRegionBandwidthLimit,
  describeCenInterRegionBandwidthLimits,
  describeCenRegionDomainRouteEntries,
  describeRouteConflict,
  describePublishedRouteEntries,
  listTransitRouters,
  listTransitRouterAvailableResource,
  checkTransitRouterService,
  openTransitRouterService,
  describeGrantRulesToCen,
];

/** What ends the transitions that these actions begin, and what payments bring about. */
export const events: Readonly<Record<string, EventHandler>> = {
  "cen.created": whenCenSettled,
  "cen.modified": whenCenSettled,
  "cen.deleted": whenCenDeleted,
  "cen.child-attached": whenChildAttached,
  "cen.child-detached": whenChildDetached,
  "cen.connection-settled": whenConnectionSettled,
  "package.created": whenPackageCreated,
  "package.associated": whenPackageAssociated,
  "package.unassociated": whenPackageUnassociated,
  "package.resized": whenPackageResized,
  "package.deleted": whenPackageDeleted,
  "paid:Cbn": whenPackagePaid,
  "cancelled:Cbn": whenPackageCancelled,
};
