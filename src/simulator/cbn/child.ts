import { Refusal, type SimRequest } from "../action.ts";
import type { Ccn, CcnGrant } from "../smartag/things.ts";
import type { Vpc, VpcGrant } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { account, text } from "./fields.ts";
import { requireSameSite } from "./same-site.ts";
import type { Cen, ChildType } from "./things.ts";

/** A network instance as a request names it. */
export type Child = { readonly type: "VPC"; readonly thing: Vpc } | { readonly type: "CCN"; readonly thing: Ccn };

/** The four parameters that name a network instance. */
export interface ChildName {
  readonly type: ChildType;
  readonly id: string;
  readonly regionId: string;
  readonly uid: string;
}

/** Reads type, id, region and owner. A VBR has no things in this world, so that none is ever found. */
export function readChildName(request: SimRequest): ChildName {
  const type = text(request, "ChildInstanceType");
  if (type === "VBR") throw unknownChild();
  if (type !== "VPC" && type !== "CCN") {
    throw new Refusal(400, "ParameterIllegal.ChildInstanceType", "The parameter of child instance type is illegal.");
  }
  const uid = account(request, "ChildInstanceOwnerId");
  return { type, id: text(request, "ChildInstanceId"), regionId: text(request, "ChildInstanceRegionId"), uid };
}

/** The instance, if the CEN's owner may see it: its own, or one granted to this CEN. */
export function findChild(world: World, cen: Cen, name: ChildName): Child {
  if (name.uid !== cen.uid && !isGranted(world, cen, name)) {
    throw new Refusal(409, "Forbbiden.AttachChildInstanceAcrossUid", "The owner has not granted the instance.");
  }
  requireSameSite(world, cen.uid, name.uid);
  const child = lookUp(world, name);
  if (child?.thing.uid !== name.uid) throw unknownChild();
  if (cenRegion(child) !== name.regionId) {
    throw new Refusal(400, "ParameterIllegal.ChildInstanceRegionId", "The child instance is not in this region.");
  }
  return child;
}

/** Where the CEN sees an instance: a VPC in its region, a CCN in a pseudo-region of its own. */
export function cenRegion(child: Child): string {
  return child.type === "VPC" ? child.thing.region : `ccn-${child.thing.region}`;
}

function lookUp(world: World, name: ChildName): Child | undefined {
  if (name.type === "VPC") {
    const thing = world.find<Vpc>("vpc", name.id);
    return thing && { type: "VPC", thing };
  }
  const thing = world.find<Ccn>("ccn", name.id);
  return thing && { type: "CCN", thing };
}

function isGranted(world: World, cen: Cen, name: ChildName): boolean {
  const isFor = (grant: VpcGrant | CcnGrant) =>
    grant.uid === name.uid && grant.cenId === cen.id && grant.cenUid === cen.uid;
  return name.type === "VPC"
    ? world.all<VpcGrant>("vpc-grant").some((grant) => grant.instanceId === name.id && isFor(grant))
    : world.all<CcnGrant>("ccn-grant").some((grant) => grant.ccnId === name.id && isFor(grant));
}

function unknownChild(): Refusal {
  return new Refusal(404, "ParameterInstanceId", "The specified instance does not exist.");
}
