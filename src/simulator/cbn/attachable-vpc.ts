import { Refusal, type SimRequest } from "../action.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { account, text } from "./fields.ts";
import { grantOf } from "./grants.ts";
import { vpcAttachments } from "./router-lookups.ts";
import { requireServiceOfPayer } from "./router-service.ts";
import { requireSameSite } from "./same-site.ts";
import type { Payer, TransitRouter } from "./things.ts";
import { checkVpcIsStill } from "./vpc-stillness.ts";

/** Source: none gives the number; the code is the API page's. */
const MOST_ATTACHMENTS = 1000;

/** The VPC of a new attachment, and who pays for it: whoever the grant says. */
export function attachableVpc(world: World, request: SimRequest, router: TransitRouter): { vpc: Vpc; payer: Payer } {
  const found = findVpc(world, request, router);
  if (found.vpc.region !== router.regionId)
    throw refusal(400, "IllegalParam.RegionId", "The VPC is in another region.");
  requireServiceOfPayer(world, found.vpc.uid, found.payer);
  requireFree(world, router, found.vpc);
  checkVpcIsStill(world, found.vpc, "IncorrectStatus.Vpc");
  return found;
}

/** Another account's is there only by its grant to this CEN. Code without one: assumption, that of AttachCenChildInstance. */
function findVpc(world: World, request: SimRequest, router: TransitRouter): { vpc: Vpc; payer: Payer } {
  const owner = account(request, "VpcOwnerId");
  const vpc = world.find<Vpc>("vpc", text(request, "VpcId"));
  const isTheirs = vpc?.uid === owner;
  if (owner === router.uid) {
    if (isTheirs) return { vpc, payer: "PayByCenOwner" };
    throw refusal(400, "InvalidParameter", "The specified VPC does not exist.");
  }
  const grant = isTheirs ? grantOf(world, vpc, router.cenId, router.uid) : undefined;
  if (isTheirs && grant) {
    requireSameSite(world, router.uid, owner);
    return { vpc, payer: grant.orderType ?? "PayByCenOwner" };
  }
  throw refusal(409, "Forbbiden.AttachChildInstanceAcrossUid", "The owner has not granted the instance.");
}

/** Assumption: a VPC is on a CEN once; a second attachment is refused as on Basic Edition. */
function requireFree(world: World, router: TransitRouter, vpc: Vpc): void {
  if (vpc.cens.some((one) => one.cenId === router.cenId)) {
    throw refusal(409, "InvalidOperation.ChildInstanceAlreadyAttached", "The instance is already attached.");
  }
  if (vpcAttachments(world).filter((one) => one.routerId === router.id).length < MOST_ATTACHMENTS) return;
  throw refusal(400, "QuotaExceeded.CenQuotaVpcAttachPerTransitRouter", "The transit router has too many VPCs.");
}

function refusal(status: number, code: string, message: string): Refusal {
  return new Refusal(status, code, message);
}
