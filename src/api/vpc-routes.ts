import { MARKER, type Read, TOKEN, type Write } from "./call.ts";
import { makeCall, makeWrite } from "./make-call.ts";
import { numberedThings, tokenThings } from "./paging.ts";
import { type VpcRouteSeen, type VpcRouteTableSeen, vpcRouteSeen, vpcRouteTableSeen } from "./seen/vpc-routes-seen.ts";
import type { InRegion } from "./vpc.ts";

export type { VpcRouteSeen, VpcRouteTableSeen };

/** The route tables of all VPCs of a region. */
export function listVpcRouteTables(of: InRegion): Read<readonly VpcRouteTableSeen[]> {
  const first = makeCall("Vpc", "DescribeRouteTableList", of, { RegionId: of.region, PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["RouterTableList", "RouterTableListType"], vpcRouteTableSeen);
}

/** Everything in one table, system routes too. */
export function listVpcRoutes(of: InRegion & { readonly table: string }): Read<readonly VpcRouteSeen[]> {
  // The size's name is in the singular here, and 100 the most. Source: published SDK model, 2026-08.
  const params = { RegionId: of.region, RouteTableId: of.table, MaxResult: 100 };
  return tokenThings(
    makeCall("Vpc", "DescribeRouteEntryList", of, params),
    ["RouteEntrys", "RouteEntry"],
    vpcRouteSeen,
  );
}

/** A route of a VPC's table to its attachment on a transit router. */
export interface RouteToAttachment extends InRegion {
  readonly vpc: string;
  readonly table: string;
  readonly cidr: string;
  readonly attachment: string;
}

/** Written by the VPC's owner; it may equal the VPC's own block, since vSwitches are longer prefixes. */
export function createVpcRoute(of: RouteToAttachment): Write {
  const params = { ...routeParams(of), NextHopType: "Attachment", Description: MARKER, ClientToken: TOKEN };
  return makeWrite(makeCall("Vpc", "CreateRouteEntry", of, params), [`vpc:${of.vpc}`]);
}

/** Only that to this attachment: one of the same block with another next hop stays. */
export function deleteVpcRoute(of: RouteToAttachment): Write {
  return makeWrite(makeCall("Vpc", "DeleteRouteEntry", of, routeParams(of)), [`vpc:${of.vpc}`]);
}

function routeParams(of: RouteToAttachment) {
  return {
    RegionId: of.region,
    RouteTableId: of.table,
    DestinationCidrBlock: of.cidr,
    NextHopId: of.attachment,
  };
}
