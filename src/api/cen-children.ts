import type { Param, Read, Write } from "./call.ts";
import { accountId, cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedThings } from "./paging.ts";
import { type ChildSeen, childSeen } from "./seen/cen-children-seen.ts";
import { type RegionSeen, takeRegions } from "./seen/region-seen.ts";

export type { ChildSeen };

/** Everything on the CEN, whatever its type. */
export function listChildren(of: OfCen): Read<readonly ChildSeen[]> {
  const first = call("DescribeCenAttachedChildInstances", of, { CenId: of.cen, PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["ChildInstances", "ChildInstance"], childSeen);
}

/** A network that is put on a CEN, or taken off. */
export interface Child extends OfCen {
  readonly child: string;
  readonly type: "VPC" | "CCN";
  /** Of a CCN the CEN side's name: `ccn-cn-shanghai`. */
  readonly region: string;
  /** The account id of a child of another account. */
  readonly owner?: string;
}

/** A VPC on a Basic Edition router, or a CCN; a VPC of Enterprise Edition has `createVpcAttachment`. */
export function attachChild(of: Child): Write {
  return makeWrite(call("AttachCenChildInstance", of, childParams(of)));
}

/** The way back. */
export function detachChild(of: Child): Write {
  return makeWrite(call("DetachCenChildInstance", of, childParams(of)));
}

function childParams(of: Child): Readonly<Record<string, Param | undefined>> {
  return {
    CenId: of.cen,
    ChildInstanceId: of.child,
    ChildInstanceType: of.type,
    ChildInstanceRegionId: of.region,
    ChildInstanceOwnerId: of.owner === undefined ? undefined : accountId(of.owner),
  };
}

/** The regions that CCNs have on the CEN side: `ccn-cn-shanghai` and the like. */
export function listCcnRegions(of: OfAccount): Read<readonly RegionSeen[]> {
  return {
    call: call("DescribeChildInstanceRegions", of, { ProductType: "CCN", AcceptLanguage: "en-US" }),
    take: takeRegions,
    none: [],
  };
}
