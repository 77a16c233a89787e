import { Refusal, type SimRequest } from "../action.ts";
import type { World } from "../world.ts";
import { areaOf, findSpan, isCrossBorder, spanId } from "./areas.ts";
import { text, whole } from "./fields.ts";
import { allocatedMbps, packageSpanId, requirePackageIdle } from "./lookups.ts";
import type { BandwidthPackage, PeerRouterAttachment, TransitRouter } from "./things.ts";

type Bandwidth = Pick<
  PeerRouterAttachment,
  "bandwidthMbps" | "bandwidthType" | "packageId" | "spanId" | "defaultLinkType"
>;

/** The two ends, and what stands between them already when it is to be changed. */
interface Between {
  readonly routers: readonly [TransitRouter, TransitRouter];
  readonly standing?: PeerRouterAttachment;
}

/** Source: product page: most of a connection by data transfer, within the mainland and across the border, in Mbit/s. */
const MOST_MAINLAND = 1000;
const MOST_ACROSS = 100;

/** The bandwidth that a request asks for, from a package or by data transfer. Codes: API page. */
export function readBandwidth(world: World, request: SimRequest, between: Between): Bandwidth {
  const { standing, routers } = between;
  const mbps = whole(request, "Bandwidth") ?? standing?.bandwidthMbps;
  if (mbps === undefined) throw refusal("MissingParam.Bandwidth");
  if (mbps < 1) throw refusal("IllegalParam.Bandwidth");
  const defaultLinkType = readLinkType(request, between);
  const type = readType(request, between);
  const spanId = spanBetween(routers);
  const common = { bandwidthMbps: mbps, bandwidthType: type, spanId, defaultLinkType };
  if (type === "DataTransfer") {
    requireTransferable(world, request, routers, mbps);
    return common;
  }
  if (defaultLinkType === "Platinum") throw refusal("ParameterIllegal.BandwidthPackageDefaultLinkTypeOnlySupportGold");
  const found = packageFor(world, request, between);
  requirePackageIdle(world, found);
  if (allocatedMbps(world, found.id, standing?.id) + mbps > found.bandwidthMbps) {
    throw refusal("InvalidOperation.BwpBandwidthExceeded");
  }
  return { ...common, packageId: found.id };
}

function readLinkType(request: SimRequest, { standing }: Between): "Gold" | "Platinum" {
  const type = text(request, "DefaultLinkType") || standing?.defaultLinkType || "Gold";
  if (type === "Gold" || type === "Platinum") return type;
  throw refusal("ParameterIllegal.CdtDefaultLinkTypeOnlySupportPlatinumOrGold");
}

/** No document says what holds when neither the type nor a package is sent: refused, by assumption. */
function readType(request: SimRequest, { standing }: Between): Bandwidth["bandwidthType"] {
  const usual = text(request, "CenBandwidthPackageId") ? "BandwidthPackage" : standing?.bandwidthType;
  const type = text(request, "BandwidthType") || usual;
  if (type === "BandwidthPackage" || type === "DataTransfer") return type;
  throw refusal("IllegalParam.BandwidthType");
}

/** Not towards the region of a CCN, nor with a package. The border is crossed by registered accounts only: assumption. */
function requireTransferable(world: World, request: SimRequest, [one, other]: Between["routers"], mbps: number): void {
  if (text(request, "CenBandwidthPackageId")) throw refusal("IllegalParam.CenBandwidthPackageId");
  if (other.edition === "Basic") throw refusal("OperationUnsupported.CloudDataTransferService");
  const isAcross = isCrossBorder(areaOf(one.regionId) ?? "", areaOf(other.regionId) ?? "");
  if (isAcross && !world.account(one.uid).realName) throw refusal("OperationInvalid.UserCanNotBuyCrossBorderBwp");
  if (mbps > (isAcross ? MOST_ACROSS : MOST_MAINLAND)) throw refusal("QuotaExceeded.Bandwidth");
}

function packageFor(world: World, request: SimRequest, { routers, standing }: Between): BandwidthPackage {
  const id = text(request, "CenBandwidthPackageId") || standing?.packageId || "";
  const found = world.find<BandwidthPackage>("cen-package", id);
  if (found?.uid !== request.uid || packageSpanId(found) !== spanBetween(routers)) {
    throw refusal("IllegalParam.CenBandwidthPackageId");
  }
  if (found.cenId !== routers[0].cenId) throw refusal("InvalidOperation.BwpNotAssociated");
  if (found.businessStatus !== "Normal") throw refusal("InvalidOperation.BwpBusinessStatus");
  return found;
}

function spanBetween([one, other]: Between["routers"]): string {
  const areas = [areaOf(one.regionId) ?? "", areaOf(other.regionId) ?? ""] as const;
  return spanId(findSpan(...areas) ?? areas);
}

function refusal(code: string): Refusal {
  return new Refusal(400, code, "The bandwidth of the inter-region connection is not possible so.");
}
