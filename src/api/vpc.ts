import type { AccountName } from "../keys.ts";
import { type Read, type Reply, TOKEN, type Write } from "./call.ts";
import { makeCall, makeWrite } from "./make-call.ts";
import { numberedThings } from "./paging.ts";
import { flagAt, listAt, numberAt, textAt, wordsAt } from "./reply-fields.ts";
import { type RegionSeen, takeRegions } from "./seen/region-seen.ts";

/** Whose key signs, and the region of VPCs and instances. */
export interface InRegion {
  readonly account: AccountName;
  readonly region: string;
}

/** A VPC as the list shows it. CIDR blocks as answered: they may have host bits. */
export interface VpcSeen {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** Pending or Available. */
  readonly status: string;
  readonly cidr: string;
  readonly secondaryCidrs: readonly string[];
  readonly userCidrs: readonly string[];
  /** "" where IPv6 is not enabled. */
  readonly ipv6Cidr: string;
  readonly ownerId: string;
  readonly isDefault: boolean;
  readonly vSwitchIds: readonly string[];
  readonly routeTableIds: readonly string[];
}

/** A vSwitch: one block of a VPC in one zone. */
export interface VSwitchSeen {
  readonly id: string;
  readonly name: string;
  readonly vpc: string;
  readonly zone: string;
  readonly cidr: string;
  readonly status: string;
  readonly freeAddresses: number;
}

/** All VPCs of the account in the region. */
export function listVpcs(of: InRegion): Read<readonly VpcSeen[]> {
  const first = makeCall("Vpc", "DescribeVpcs", of, { RegionId: of.region, PageNumber: 1, PageSize: 50 });
  return numberedThings(first, ["Vpcs", "Vpc"], (item) => vpcSeen(item, of.region));
}

function vpcSeen(from: Reply, region: string): VpcSeen {
  return {
    id: textAt(from, "VpcId"),
    name: textAt(from, "VpcName"),
    region: textAt(from, "RegionId") || region,
    status: textAt(from, "Status"),
    cidr: textAt(from, "CidrBlock"),
    secondaryCidrs: wordsAt(from, "SecondaryCidrBlocks", "SecondaryCidrBlock"),
    userCidrs: wordsAt(from, "UserCidrs", "UserCidr"),
    ipv6Cidr: textAt(from, "Ipv6CidrBlock"),
    ownerId: textAt(from, "OwnerId"),
    isDefault: flagAt(from, "IsDefault") ?? false,
    vSwitchIds: wordsAt(from, "VSwitchIds", "VSwitchId"),
    // The inner name repeats the plural. Source: published SDK model, 2026-08.
    routeTableIds: wordsAt(from, "RouterTableIds", "RouterTableIds"),
  };
}

/** A CEN that a VPC is on, as its owner is told. */
export interface CenOfVpc {
  readonly cen: string;
  /** Attaching, Attached, Detaching; compare with `isStatus`. */
  readonly status: string;
}

/** The CENs that a VPC is on, whosesoever they are. Source: published SDK model, 2026-08. */
export function listCensOfVpc(of: InRegion & { readonly vpc: string }): Read<readonly CenOfVpc[]> {
  const call = makeCall("Vpc", "DescribeVpcAttribute", of, { RegionId: of.region, VpcId: of.vpc });
  return { call, take: ([vpc = {}]) => listAt(vpc, "AssociatedCens", "AssociatedCen").map(cenOfVpc), none: [] };
}

function cenOfVpc(from: Reply): CenOfVpc {
  return { cen: textAt(from, "CenId"), status: textAt(from, "CenStatus") };
}

/** Those of a VPC, or of a whole region. */
export function listVSwitches(of: InRegion & { readonly vpc?: string }): Read<readonly VSwitchSeen[]> {
  const params = { RegionId: of.region, VpcId: of.vpc, PageNumber: 1, PageSize: 50 };
  const first = makeCall("Vpc", "DescribeVSwitches", of, params);
  return numberedThings(first, ["VSwitches", "VSwitch"], vSwitchSeen);
}

function vSwitchSeen(from: Reply): VSwitchSeen {
  return {
    id: textAt(from, "VSwitchId"),
    name: textAt(from, "VSwitchName"),
    vpc: textAt(from, "VpcId"),
    zone: textAt(from, "ZoneId"),
    cidr: textAt(from, "CidrBlock"),
    status: textAt(from, "Status"),
    freeAddresses: numberAt(from, "AvailableIpAddressCount") ?? 0,
  };
}

export interface CreateVSwitch extends InRegion {
  readonly vpc: string;
  readonly zone: string;
  /** Inside the VPC's blocks, beside its other vSwitches, equal to no route's; a mask of 16 to 29. */
  readonly cidr: string;
  readonly name: string;
}

export function createVSwitch(of: CreateVSwitch): Write {
  return makeWrite(
    makeCall("Vpc", "CreateVSwitch", of, {
      RegionId: of.region,
      VpcId: of.vpc,
      ZoneId: of.zone,
      CidrBlock: of.cidr,
      VSwitchName: of.name,
      ClientToken: TOKEN,
    }),
  );
}

/** Only an empty one goes; the VPC is not in its parameters. */
export function deleteVSwitch(of: InRegion & { readonly vpc: string; readonly id: string }): Write {
  const call = makeCall("Vpc", "DeleteVSwitch", of, { RegionId: of.region, VSwitchId: of.id });
  return makeWrite(call, [`vpc:${of.vpc}`]);
}

/** All regions with VPCs; the central endpoint knows them. */
export function listVpcRegions(of: { readonly account: AccountName }): Read<readonly RegionSeen[]> {
  const place = { account: of.account, region: "cn-hangzhou" };
  const call = makeCall("Vpc", "DescribeRegions", place, { AcceptLanguage: "en-US" });
  return { call, take: takeRegions, none: [] };
}
