import type { SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { associateCenBandwidthPackage, whenPackageAssociated } from "./associate-cen-bandwidth-package.ts";
import {
  associateTransitRouterAttachmentWithRouteTable,
  whenAssociationSettled,
} from "./associate-transit-router-attachment-with-route-table.ts";
import { attachCenChildInstance, whenChildAttached } from "./attach-cen-child-instance.ts";
import { whenAttachmentModified } from "./attachment-transition.ts";
import { checkTransitRouterService } from "./check-transit-router-service.ts";
import { createCen, whenCenSettled } from "./create-cen.ts";
import { createCenBandwidthPackage, whenPackageCreated } from "./create-cen-bandwidth-package.ts";
import { createCenChildInstanceRouteEntryToAttachment } from "./create-cen-child-instance-route-entry-to-attachment.ts";
import { createTransitRouter, whenRouterCreated } from "./create-transit-router.ts";
import { createTransitRouterPeerAttachment, whenPeerAttached } from "./create-transit-router-peer-attachment.ts";
import { createTransitRouterRouteEntry, whenRouterRouteCreated } from "./create-transit-router-route-entry.ts";
import { createTransitRouterRouteTable, whenRouterTableSettled } from "./create-transit-router-route-table.ts";
import { createTransitRouterVpcAttachment, whenVpcAttached } from "./create-transit-router-vpc-attachment.ts";
import { deleteCen, whenCenDeleted } from "./delete-cen.ts";
import { deleteCenBandwidthPackage, whenPackageDeleted } from "./delete-cen-bandwidth-package.ts";
import { deleteCenChildInstanceRouteEntryToAttachment } from "./delete-cen-child-instance-route-entry-to-attachment.ts";
import { deleteTransitRouter, whenRouterDeleted } from "./delete-transit-router.ts";
import { deleteTransitRouterPeerAttachment, whenPeerDetached } from "./delete-transit-router-peer-attachment.ts";
import { deleteTransitRouterRouteEntry, whenRouterRouteDeleted } from "./delete-transit-router-route-entry.ts";
import { deleteTransitRouterRouteTable, whenRouterTableDeleted } from "./delete-transit-router-route-table.ts";
import { deleteTransitRouterVpcAttachment, whenVpcDetached } from "./delete-transit-router-vpc-attachment.ts";
import { describeCenAttachedChildInstanceAttribute } from "./describe-cen-attached-child-instance-attribute.ts";
import { describeCenAttachedChildInstances } from "./describe-cen-attached-child-instances.ts";
import { describeCenBandwidthPackages } from "./describe-cen-bandwidth-packages.ts";
import { describeCenChildInstanceRouteEntries } from "./describe-cen-child-instance-route-entries.ts";
import { describeCenGeographicSpanRemainingBandwidth } from "./describe-cen-geographic-span-remaining-bandwidth.ts";
import { describeCenGeographicSpans } from "./describe-cen-geographic-spans.ts";
import { describeCenInterRegionBandwidthLimits } from "./describe-cen-inter-region-bandwidth-limits.ts";
import { describeCenRegionDomainRouteEntries } from "./describe-cen-region-domain-route-entries.ts";
import { describeCens } from "./describe-cens.ts";
import { describeChildInstanceRegions } from "./describe-child-instance-regions.ts";
import { describeGeographicRegionMembership } from "./describe-geographic-region-membership.ts";
import { describeGrantRulesToCen } from "./describe-grant-rules-to-cen.ts";
import { describeGrantRulesToResource } from "./describe-grant-rules-to-resource.ts";
import { describePublishedRouteEntries } from "./describe-published-route-entries.ts";
import { describeRouteConflict } from "./describe-route-conflict.ts";
import { detachCenChildInstance, whenChildDetached } from "./detach-cen-child-instance.ts";
import {
  disableTransitRouterRouteTablePropagation,
  whenPropagationDisabled,
} from "./disable-transit-router-route-table-propagation.ts";
import {
  dissociateTransitRouterAttachmentFromRouteTable,
  whenDissociated,
} from "./dissociate-transit-router-attachment-from-route-table.ts";
import {
  enableTransitRouterRouteTablePropagation,
  whenPropagationEnabled,
} from "./enable-transit-router-route-table-propagation.ts";
import { grantInstanceToTransitRouter } from "./grant-instance-to-transit-router.ts";
import { listCenChildInstanceRouteEntriesToAttachment } from "./list-cen-child-instance-route-entries-to-attachment.ts";
import { listGrantVSwitchesToCen } from "./list-grant-vswitches-to-cen.ts";
import { listTransitRouterAvailableResource } from "./list-transit-router-available-resource.ts";
import { listTransitRouterPeerAttachments } from "./list-transit-router-peer-attachments.ts";
import { listTransitRouterRouteEntries } from "./list-transit-router-route-entries.ts";
import { listTransitRouterRouteTableAssociations } from "./list-transit-router-route-table-associations.ts";
import { listTransitRouterRouteTablePropagations } from "./list-transit-router-route-table-propagations.ts";
import { listTransitRouterRouteTables } from "./list-transit-router-route-tables.ts";
import { listTransitRouterVpcAttachments } from "./list-transit-router-vpc-attachments.ts";
import { listTransitRouters } from "./list-transit-routers.ts";
import { modifyCenAttribute } from "./modify-cen-attribute.ts";
import { modifyCenBandwidthPackageAttribute } from "./modify-cen-bandwidth-package-attribute.ts";
import { modifyCenBandwidthPackageSpec, whenPackageResized } from "./modify-cen-bandwidth-package-spec.ts";
import { modifyGrantInstanceToTransitRouter } from "./modify-grant-instance-to-transit-router.ts";
import { openTransitRouterService } from "./open-transit-router-service.ts";
import { whenPackageExpired } from "./package-expiry.ts";
import { whenPackageCancelled, whenPackagePaid } from "./package-payment.ts";
import { replaceTransitRouterRouteTableAssociation } from "./replace-transit-router-route-table-association.ts";
import { revokeInstanceFromTransitRouter } from "./revoke-instance-from-transit-router.ts";
import { setCenInterRegionBandwidthLimit, whenConnectionSettled } from "./set-cen-inter-region-bandwidth-limit.ts";
import { unassociateCenBandwidthPackage, whenPackageUnassociated } from "./unassociate-cen-bandwidth-package.ts";
import { updateTransitRouter, whenRouterUpdated } from "./update-transit-router.ts";
import { updateTransitRouterPeerAttachmentAttribute } from "./update-transit-router-peer-attachment-attribute.ts";
import { updateTransitRouterRouteTable } from "./update-transit-router-route-table.ts";
import { updateTransitRouterVpcAttachmentAttribute } from "./update-transit-router-vpc-attachment-attribute.ts";
import { updateTransitRouterVpcAttachmentZones } from "./update-transit-router-vpc-attachment-zones.ts";

/** What the simulated CBN understands, of both editions. */
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
  associateTransitRouterAttachmentWithRouteTable,
  createCenChildInstanceRouteEntryToAttachment,
  createTransitRouterPeerAttachment,
  createTransitRouterRouteEntry,
  createTransitRouterRouteTable,
  createTransitRouterVpcAttachment,
  createTransitRouter,
  deleteCenChildInstanceRouteEntryToAttachment,
  deleteTransitRouterPeerAttachment,
  deleteTransitRouterRouteEntry,
  deleteTransitRouterRouteTable,
  deleteTransitRouterVpcAttachment,
  deleteTransitRouter,
  describeCenChildInstanceRouteEntries,
  describeGrantRulesToResource,
  disableTransitRouterRouteTablePropagation,
  dissociateTransitRouterAttachmentFromRouteTable,
  enableTransitRouterRouteTablePropagation,
  grantInstanceToTransitRouter,
  listCenChildInstanceRouteEntriesToAttachment,
  listGrantVSwitchesToCen,
  listTransitRouterPeerAttachments,
  listTransitRouterRouteEntries,
  listTransitRouterRouteTableAssociations,
  listTransitRouterRouteTablePropagations,
  listTransitRouterRouteTables,
  listTransitRouterVpcAttachments,
  modifyGrantInstanceToTransitRouter,
  replaceTransitRouterRouteTableAssociation,
  revokeInstanceFromTransitRouter,
  updateTransitRouterPeerAttachmentAttribute,
  updateTransitRouterRouteTable,
  updateTransitRouterVpcAttachmentAttribute,
  updateTransitRouterVpcAttachmentZones,
  updateTransitRouter,
];

/** What ends the transitions that these actions begin, and what payments bring about. */
export const events: Readonly<Record<string, EventHandler>> = {
  "cen.created": whenCenSettled,
  "cen.modified": whenCenSettled,
  "cen.deleted": whenCenDeleted,
  "cen.child-attached": whenChildAttached,
  "cen.child-detached": whenChildDetached,
  "cen.connection-settled": whenConnectionSettled,
  "router-attachment.modified": whenAttachmentModified,
  "router-attachment.vpc-attached": whenVpcAttached,
  "router-attachment.vpc-detached": whenVpcDetached,
  "router-attachment.peer-attached": whenPeerAttached,
  "router-attachment.peer-detached": whenPeerDetached,
  "router.created": whenRouterCreated,
  "router.updated": whenRouterUpdated,
  "router.deleted": whenRouterDeleted,
  "router-table.settled": whenRouterTableSettled,
  "router-table.deleted": whenRouterTableDeleted,
  "router-association.settled": whenAssociationSettled,
  "router-association.gone": whenDissociated,
  "router-propagation.enabled": whenPropagationEnabled,
  "router-propagation.gone": whenPropagationDisabled,
  "router-route.created": whenRouterRouteCreated,
  "router-route.deleted": whenRouterRouteDeleted,
  "package.created": whenPackageCreated,
  "package.associated": whenPackageAssociated,
  "package.unassociated": whenPackageUnassociated,
  "package.resized": whenPackageResized,
  "package.deleted": whenPackageDeleted,
  "package.expired": whenPackageExpired,
  "paid:Cbn": whenPackagePaid,
  "cancelled:Cbn": whenPackageCancelled,
};
