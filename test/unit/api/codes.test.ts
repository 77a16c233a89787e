import { describe, expect, test } from "vitest";
import { findAction } from "../../../src/api/actions.ts";
import { isDenied, meaningOf, saysAbsent } from "../../../src/api/codes.ts";

const row = (action: string) => findAction("Smartag", action) ?? findAction("Cbn", action) ?? findAction("Ecs", action);

describe("a Code in no table", () => {
  test.each(["CreateSmartAccessGateway", "CreateCloudConnectNetwork", "CreateCenBandwidthPackage"])(
    "leaves %s unknown: it may have been committed",
    (action) => expect(meaningOf("OrderNotPaid", row(action))).toBe("unknown"),
  );

  test.each(["BindSmartAccessGateway", "CreateCen"])("is a refusal of %s", (action) => {
    expect(meaningOf("UpdateError.SMARTAG", row(action))).toBe("refused");
  });

  test("is a refusal of a read", () => expect(meaningOf("Whatever")).toBe("refused"));
});

test.each([
  "InvalidName",
  "MissingParameter",
  "UnSupported.ChargeType",
  "ParameterIllegal.BandwidthPackage",
  "OperationInvalid.UserCanNotBuyCrossBorderBwp",
  "Order.AccountStatusIllegal",
  "PayFor.AccountMoneyValidateError",
  "InvalidAccountStatus.NotEnoughBalance",
  "Forbidden.RAM",
  "SignatureDoesNotMatch",
  "InvalidTimeStamp.Expired",
])("%s is a definite refusal even of a purchase", (code) => {
  expect(meaningOf(code, row("CreateCenBandwidthPackage"))).toBe("refused");
});

test.each([
  "ServiceUnavailable",
  "ServiceUnavailable.RegionMaintaining",
  "InternalError",
  "InternalError.Dispatch",
  "UnknownError",
  "SignatureNonceUsed",
  "sagctl.TimedOut",
])("%s leaves any write unknown, a repeatable one too", (code) => {
  expect(meaningOf(code, row("BindSmartAccessGateway"))).toBe("unknown");
});

test.each([
  "Throttling",
  "Throttling.User",
  "Rejected.Throttling",
  "Operation.Blocking",
  "TaskConflict",
  "OperationFailed.TaskConflict",
  "IncorrectStatus.VpcRouteTable",
  "IncorrectVpcStatus",
  "ResourceInOperating",
])("%s is busy, for a purchase too", (code) => {
  expect(meaningOf(code, row("CreateSmartAccessGateway"))).toBe("busy");
});

test.each(["LastTokenProcessing", "IDEMPOTENCE_PROCESSING"])(
  "%s: the same token is at work, and may yet do it",
  (code) => {
    expect(meaningOf(code, row("CreateCenBandwidthPackage"))).toBe("unknown");
    expect(meaningOf(code, findAction("Vpc", "CreateRouteEntry"))).toBe("unknown");
  },
);

test("a token that came with other parameters says nothing about the first call", () => {
  expect(meaningOf("InvalidIdempotenceParameter.Mismatch", row("CreateCenBandwidthPackage"))).toBe("unknown");
});

test("an action's own codes come before the general ones", () => {
  expect(meaningOf("InvalidOperation.CenInstanceStatus", row("SetCenInterRegionBandwidthLimit"))).toBe("busy");
  expect(meaningOf("InvalidOperation.CenInstanceStatus", row("BindSmartAccessGateway"))).toBe("refused");
  expect(meaningOf("InvalidParam.SecurityGroupRuleId", row("RevokeSecurityGroup"))).toBe("already");
  expect(meaningOf("SmartAccessGatewayAlreadyBound", row("BindSmartAccessGateway"))).toBe("already");
});

test.each([
  "IncorrectInstanceStatus",
  "IncorrectRouteEntryStatus",
  "SystemBusy",
  "IncorrectStatus",
  "IncorrectStatus.RouteTableStatus",
  "IncorrectVpcStatus",
  "OperationFailed.DistibuteLock",
  "OperationConflict",
  "TaskConflict",
])("%s only delays a route of a VPC", (code) => {
  expect(meaningOf(code, findAction("Vpc", "CreateRouteEntry"))).toBe("busy");
});

test("a gateway on another CCN is a refusal, not what we wanted", () => {
  expect(meaningOf("AlreadyBound.CCN", row("BindSmartAccessGateway"))).toBe("refused");
});

test.each(["Forbidden", "Forbbiden", "Forbidden.RAM", "NoPermission", "NoPermission.AliyunServiceRoleForCEN"])(
  "%s is a missing permission",
  (code) => expect(isDenied(code)).toBe(true),
);

test.each(["Forbidden.Release", "Forbidden.RiskControl", "ForbiddenFoo", "InvalidParameter", "sagctl.WebPage"])(
  "%s is none",
  (code) => expect(isDenied(code)).toBe(false),
);

test("an unknown id is an absence only where the call asks for that thing", () => {
  expect(saysAbsent("DescribeSmartAccessGatewayAttribute", "InvalidId.SMARTAG")).toBe(true);
  expect(saysAbsent("GetSmartAccessGatewayUseLimit", "InvalidId.SMARTAG")).toBe(false);
});
