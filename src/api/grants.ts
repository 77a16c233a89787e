import type { Read, Reply, Write } from "./call.ts";
import { accountId, cbnCall as call, type OfAccount, type OfCen } from "./cbn-call.ts";
import { makeWrite } from "./make-call.ts";
import { numberedThings, tokenList } from "./paging.ts";
import { orderType, type Payer } from "./payer.ts";
import { type GrantedVSwitch, type GrantSeen, grantedVSwitch, grantOfVpc, grantToCen } from "./seen/grants-seen.ts";

export type { GrantedVSwitch, GrantSeen };

/** A VPC, to its owner. */
export interface OfOwnVpc extends OfAccount {
  readonly region: string;
  readonly vpc: string;
}

/** To which CENs a VPC is granted, as its owner is told. */
export function listGrantsOfVpc(of: OfOwnVpc): Read<readonly GrantSeen[]> {
  const params = { ResourceId: of.vpc, ProductType: "VPC", RegionId: of.region, MaxResults: 100 };
  const take = (from: Reply) => grantOfVpc(from, of.vpc, of.region);
  return tokenList(call("DescribeGrantRulesToResource", of, params), ["GrantRules"], take);
}

/** The VPCs of a region that others have granted to the CEN, as its owner is told. */
export function listGrantsToCen(of: OfCen & { readonly region: string }): Read<readonly GrantSeen[]> {
  const params = { CenId: of.cen, ProductType: "VPC", RegionId: of.region, MaxResults: 100 };
  return tokenList(call("DescribeGrantRulesToCen", of, params), ["GrantRules", "GrantRule"], grantToCen);
}

/** A VPC of one account, granted to a CEN of another. */
export interface OfGrant extends OfOwnVpc {
  readonly cen: string;
  /** The account id of the CEN's owner; a wrong one is not noticed by the service. */
  readonly cenOwner: string;
}

/** The same, and who pays for the attachment. */
export interface Grant extends OfGrant {
  readonly payer: Payer;
}

/** The payer is always sent: no document names the default. */
export function grantVpc(of: Grant): Write {
  const params = { ...grantParams(of), OrderType: orderType(of.payer) };
  return makeWrite(call("GrantInstanceToTransitRouter", of, params));
}

/** What is attached already is paid for as before, until the attachment is changed too. */
export function modifyGrant(of: Grant): Write {
  const params = { CenId: of.cen, InstanceId: of.vpc, OrderType: orderType(of.payer) };
  return makeWrite(call("ModifyGrantInstanceToTransitRouter", of, params));
}

/** Only once the VPC is detached. */
export function revokeGrant(of: OfGrant): Write {
  return makeWrite(call("RevokeInstanceFromTransitRouter", of, grantParams(of)));
}

function grantParams(of: OfGrant) {
  return {
    InstanceId: of.vpc,
    InstanceType: "VPC",
    RegionId: of.region,
    CenId: of.cen,
    CenOwnerId: accountId(of.cenOwner),
  };
}

/** The vSwitches of a granted VPC, as the CEN's owner is told; empty without the grant. */
export function listGrantedVSwitches(
  of: OfCen & { readonly region: string; readonly vpc: string },
): Read<readonly GrantedVSwitch[]> {
  const params = { CenId: of.cen, RegionId: of.region, VpcId: of.vpc, PageNumber: 1, PageSize: 50 };
  return numberedThings(call("ListGrantVSwitchesToCen", of, params), ["VSwitches"], grantedVSwitch);
}
