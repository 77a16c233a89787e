import type { ActionRow } from "./action-rows/row.ts";

// Codes are matched by family: newer members appear, and several spellings are the service's own (Forbbiden, Distibute).
const denied: readonly RegExp[] = [
  /^InvalidAccessKeyId(\.|$)/,
  /^InvalidSecurityToken(\.|$)/,
  /^Missing(SecurityToken|AccessKeyId)$/,
  /^(SignatureDoesNotMatch|IncompleteSignature)$/,
  /^(InvalidTimeStamp(\..+)?|IllegalTimestamp)$/,
  /^(Forbidden|Forbbiden)$/,
  /^Forbidden\.(RAM|Unauthorized|SubUser|NotSupportRAM|AccessKeyDisabled)$/,
  /^(NoPermission(\..+)?|NotAuthorized|Unauthorized)$/,
  /^sagctl\.NoCredentials$/,
];

const busy: readonly RegExp[] = [
  /Throttling/i,
  /^(SystemBusy|ResourceInOperating|LOCK_ERROR)$/,
  /^Operation\.?Conflict$/,
  /^Operation\.Blocking$/,
  /^(OperationFailed\.)?TaskConflict$/,
  /^OperationFailed\.DistibuteLock$/,
  /^IncorrectStatus(\.|$)/,
  /^Incorrect\w+Status$/,
];

// Nobody can say whether a write was committed. A nonce that was used, or a token that is being worked on, means that the
// request was sent twice by somebody on the way.
const uncertain: readonly RegExp[] = [
  /^ServiceUnavailable(\.|$)/,
  /^InternalError(\.|$)/,
  /TokenProcessing$/,
  /^IDEMPOTENCE_PROCESSING/,
  /^(UnknownError|InnerServiceFailed|DB\.Error|SignatureNonceUsed)$/,
  /^sagctl\.(?!NoCredentials$)/,
];

// The same token came with other parameters: what became of the first call is not known.
const mismatch = /^(IdempotentParameterMismatch|InvalidIdempotenceParameter\.Mismatch|IdempotenceParam\.NotMatch)$/;

// Families that say "no" before anything is committed.
const clear: readonly RegExp[] = [
  /^(Invalid|Missing|Illegal|IllegalParam|Unsupported|UnSupported|Forbidden|Forbbiden|Quota|Insufficient)/,
  /^(SAG|CCN|Sag)\.(Invalid|InstanceNoFound|InstanceIdEmpty|SnOverLimit|BusinessStateNotSupport)/,
  /^Parameter(Illegal|MustNotNull|Error|Bwp|Cen|InstanceId)/,
  /^Operation(Invalid|Unsupported|Denied|NotSupport)(\.|$)/,
  /^(ActionNotSupport|FeatureNotSupport|NameIllegal|DescriptionIllegal|RealNameAuthenticationError)$/,
  /^Order\.AccountStatusIllegal$/,
  /^SmartAccessGateway(InArrears|NotActivated)$/,
];

const any = (families: readonly RegExp[], code: string): boolean => families.some((family) => family.test(code));

/** Credentials missing or wrong, a permission missing, or a clock that is off. */
export function isDenied(code: string): boolean {
  return any(denied, code);
}

/** The request's time stamp was too far from the service's time: certainly refused. */
export function isTimeOff(code: string): boolean {
  return /^(InvalidTimeStamp|IllegalTimestamp)/.test(code);
}

/** Another operation or a rate limit is in the way: the same call may be sent again. */
function isBusy(code: string): boolean {
  return any(busy, code);
}

/** What a Code says about the call that was answered with it; `row` is the write's, undefined for a read. */
export function meaningOf(code: string, row?: ActionRow): "already" | "busy" | "refused" | "unknown" {
  if (row?.codes.already.includes(code)) return "already";
  if (row?.codes.busy.includes(code) || isBusy(code)) return "busy";
  if (any(uncertain, code)) return "unknown";
  if (isDenied(code) || row?.codes.refused.includes(code)) return "refused";
  const grave = row !== undefined && (row.bills !== "nothing" || row.repeat === "marker");
  if (!grave) return "refused";
  return any(clear, code) && !mismatch.test(code) ? "refused" : "unknown";
}

// "There is no such thing" said as an error, where a list would be empty or an attribute absent.
// Sources: error tables of the actions; codes that the official Terraform provider takes for "not found", 2026-08.
const noGateway = [
  "InvalidId.SMARTAG",
  "SAG.InstanceNoFound",
  "InvalidSmartAGId.NotFound",
  "InstanceNotExit",
  "SmartAccessGatewayNotExist",
];
const noDevice = [...noGateway, "SmartAccessGatewayNotOnline", "SmartAccessGatewayOffline", "Sag.DeviceNotExist"];
const notActive = ["SmartAccessGatewayNotActivated"];
const noCen = ["ParameterCenInstanceId", "ParameterInstanceId"];
const absent: Readonly<Record<string, readonly string[]>> = {
  DescribeSmartAccessGateways: noGateway,
  DescribeSmartAccessGatewayAttribute: noGateway,
  DescribeRouteDistributionStrategies: noGateway,
  DescribeSAGDeviceInfo: [...noDevice, ...notActive],
  DescribeSagWanList: [...noDevice, ...notActive],
  DescribeSagLanList: [...noDevice, ...notActive],
  DescribeCloudConnectNetworks: ["CcnNotExist"],
  DescribeCenAttachedChildInstances: noCen,
  DescribeCenBandwidthPackages: noCen,
  DescribeCenInterRegionBandwidthLimits: noCen,
  // The error is how it says "not open", today and formerly.
  CheckTransitRouterService: ["Forbbiden.TransitRouterServiceNotOpen", "USER_NOT_OPEN_TR_SERVICE"],
  ListTransitRouters: noCen,
  ListGrantVSwitchesToCen: noCen,
  ListTransitRouterVpcAttachments: [...noCen, "IllegalParam.Region"],
  ListTransitRouterPeerAttachments: [...noCen, "IllegalParam.Region"],
  ListTransitRouterRouteTables: ["InvalidTransitRouterId.NotFound"],
  ListTransitRouterRouteEntries: ["InvalidTransitRouterRouteTableId.NotFound"],
  DescribeVpcs: ["InvalidVpcID.NotFound", "InvalidVpcId.NotFound", "Forbidden.VpcNotFound"],
  DescribeVpcAttribute: ["InvalidVpcID.NotFound", "InvalidVpcId.NotFound", "Forbidden.VpcNotFound"],
  DescribeVSwitches: ["InvalidVpcID.NotFound", "InvalidVpcId.NotFound", "Forbidden.VpcNotFound"],
  DescribeRouteEntryList: ["InvalidRouteTable.NotFound"],
  DescribeSecurityGroupAttribute: ["InvalidSecurityGroupId.NotFound"],
};

/** True when a read's error only says that there is nothing of that name. */
export function saysAbsent(action: string, code: string): boolean {
  return absent[action]?.includes(code) ?? false;
}
