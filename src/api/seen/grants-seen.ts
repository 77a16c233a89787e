import type { Reply } from "../call.ts";
import { type Payer, payerSeen } from "../payer.ts";
import { textAt } from "../reply-fields.ts";

/** A VPC's owner lets a CEN of another account attach it. */
export interface GrantSeen {
  readonly cen: string;
  readonly cenOwner: string;
  /** The VPC's id. */
  readonly instance: string;
  readonly region: string;
  /** The VPC owner's account id; only the CEN's owner is told. */
  readonly owner?: string;
  readonly payer: Payer | "";
}

/** A vSwitch of a granted VPC: the CEN's owner is told neither its block nor its free addresses. */
export interface GrantedVSwitch {
  readonly id: string;
  readonly name: string;
  readonly vpc: string;
  readonly zone: string;
}

/** As the VPC's owner is told: of which VPC and where, only the request says. */
export function grantOfVpc(from: Reply, vpc: string, region: string): GrantSeen {
  return { ...partOfBoth(from), instance: vpc, region };
}

export function grantToCen(from: Reply): GrantSeen {
  return {
    ...partOfBoth(from),
    instance: textAt(from, "ChildInstanceId"),
    region: textAt(from, "ChildInstanceRegionId"),
    owner: textAt(from, "ChildInstanceOwnerId"),
  };
}

function partOfBoth(from: Reply): Pick<GrantSeen, "cen" | "cenOwner" | "payer"> {
  return { cen: textAt(from, "CenId"), cenOwner: textAt(from, "CenOwnerId"), payer: payerSeen(from) };
}

export function grantedVSwitch(from: Reply): GrantedVSwitch {
  return {
    id: textAt(from, "VSwitchId"),
    name: textAt(from, "VSwitchName"),
    vpc: textAt(from, "VpcId"),
    zone: textAt(from, "ZoneId"),
  };
}
