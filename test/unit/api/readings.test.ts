import { describe, expect, test } from "vitest";
import { findAction } from "../../../src/api/actions.ts";
import { isDenied, meaningOf } from "../../../src/api/codes.ts";
import { readDenial } from "../../../src/api/denial.ts";
import { readingOf } from "../../../src/api/readings.ts";
import { plain } from "../../../src/text.ts";
import { everyWrite } from "../../api/every-call.ts";

type Case = readonly [code: string, words: string];

const wordsOf = (code: string): string => readingOf(code).map(plain).join("\n");

describe("what a person can do about a refusal", () => {
  const ofVpc: readonly Case[] = [
    ["Forbbiden.TransitRouterServiceNotOpen", "sagctl transit-router"],
    ["USER_NOT_OPEN_TR_SERVICE", "sagctl transit-router"],
    ["Forbidden.ResourceOwnerTransitRouterServiceNotOpen", "owner's key"],
    ["Forbbiden.AttachChildInstanceAcrossUid", "sagctl grant"],
    ["Forbbiden.AttachChildInstanceAcrossBid", "different sites"],
    ["IllegalParam.ZoneMappings", "vSwitch"],
    ["Duplicated.ZoneMapping", "vSwitch"],
    ["InsufficientIpAddr.vsw", "free address"],
    ["QuotaExceeded.CenQuotaVpcAttachPerTransitRouter", "Quota Center"],
  ];
  const ofPeer: readonly Case[] = [
    ["QuotaExceeded.Bandwidth", "1000 Mbps"],
    ["OperationUnsupported.CloudDataTransferService", "bandwidth package"],
    ["InvalidOperation.BwpBandwidthExceeded", "bandwidthMbps"],
    ["IllegalParam.CenBandwidthPackageId", "sagctl bandwidth-package"],
  ];

  test.each([
    ...ofVpc.map((one) => ["CreateTransitRouterVpcAttachment", ...one] as const),
    ...ofPeer.map((one) => ["CreateTransitRouterPeerAttachment", ...one] as const),
  ])("%s: %s is a definite no, though the call costs money: %s", (action, code, words) => {
    expect(wordsOf(code)).toContain(words);
    expect(meaningOf(code, findAction("Cbn", action))).toBe("refused");
  });

  test("a quota that nobody has listed is read by its family", () => {
    expect(wordsOf("QuotaExceeded.VSwitch")).toContain("used up");
    expect(wordsOf("QuotaExceeded")).toContain("used up");
    expect(wordsOf("QuotaExceededOfSorts")).not.toContain("used up");
  });
});

test.each(["NoPermission.AliyunServiceRoleForCEN", "NoPermission.AliyunServiceRolePolicyForCEN"])(
  "%s asks for the right to make the role, not for that of the call",
  (code) => {
    const call = everyWrite.find((one) => one.call.action === "CreateTransitRouterVpcAttachment")?.call;
    if (call === undefined) throw new Error("there is such a write");
    expect(isDenied(code)).toBe(true);
    const { tryThis } = readDenial(call, { code, message: "", product: "Cbn", action: call.action });
    const words = tryThis.map(plain).join("\n");
    expect(words).toContain("ram:CreateServiceLinkedRole");
    expect(words).not.toContain("cen:CreateTransitRouterVpcAttachment");
  },
);
