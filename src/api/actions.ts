import type { LockKey } from "../keys.ts";
import type { Params, Product, Repeat } from "./call.ts";

/** What a service's own codes mean for one write. */
interface ActionCodes {
  /** It stands already (or is gone already): as good as answered. */
  readonly already: readonly string[];
  /** Somebody works on it: the same call may be sent again. */
  readonly busy: readonly string[];
  /** A definite "no" before anything was committed that no general rule covers. */
  readonly refused: readonly string[];
}

/** One row per write: the only place that says how it may be repeated, what it locks and what it needs. */
export interface ActionRow {
  readonly product: Product;
  readonly action: string;
  readonly repeat: Repeat;
  readonly costsMoney: boolean;
  /** The RAM action. */
  readonly permission: string;
  readonly codes: ActionCodes;
  locks(params: Params): readonly LockKey[];
}

interface RowParts extends Partial<ActionCodes> {
  readonly money?: true;
  readonly locks?: (params: Params) => readonly LockKey[];
}

const gateway = (params: Params): LockKey[] => [`gateway:${params.SmartAGId}`];
const gatewayAndCcn = (params: Params): LockKey[] => [`gateway:${params.SmartAGId}`, `ccn:${params.CcnId}`];
const cen = (params: Params): LockKey[] => [`cen:${params.CenId}`];
const cenAndChild = (params: Params): LockKey[] => [
  `cen:${params.CenId}`,
  `${String(params.ChildInstanceType).toLowerCase()}:${params.ChildInstanceId}`,
];
const cenAndPackage = (params: Params): LockKey[] => [`cen:${params.CenId}`, `package:${params.CenBandwidthPackageId}`];
const bandwidthPackage = (params: Params): LockKey[] => [`package:${params.CenBandwidthPackageId}`];
const group = (params: Params): LockKey[] => [`group:${params.SecurityGroupId}`];

const prefixes = { Smartag: "smartag", Cbn: "cen", Vpc: "vpc", Ecs: "ecs", Sts: "sts", BssOpenApi: "bss" } as const;

function row(product: Product, action: string, repeat: Repeat, parts: RowParts = {}): ActionRow {
  const { money = false, locks = () => [], already = [], busy = [], refused = [] } = parts;
  const permission = `${prefixes[product]}:${action}`;
  return { product, action, repeat, costsMoney: money, permission, locks, codes: { already, busy, refused } };
}

// Sources: published error tables of each action; codes that the official Terraform provider repeats or takes for "gone", 2026-08.
const smartag: readonly ActionRow[] = [
  row("Smartag", "CreateSmartAccessGateway", "marker", { money: true }),
  row("Smartag", "ActivateSmartAccessGateway", "keyed", {
    locks: gateway,
    busy: ["SmartAccessGatewayActivateFailed"],
  }),
  row("Smartag", "ModifySmartAccessGateway", "keyed", { locks: gateway }),
  row("Smartag", "BindSerialNumber", "keyed", { locks: gateway }),
  row("Smartag", "UnbindSerialNumber", "keyed", { locks: gateway }),
  row("Smartag", "UpgradeSmartAccessGateway", "keyed", { money: true, locks: gateway }),
  row("Smartag", "DowngradeSmartAccessGateway", "keyed", { money: true, locks: gateway }),
  row("Smartag", "DeleteSmartAccessGateway", "keyed", {
    locks: (params) => [`gateway:${params.InstanceId}`],
    already: ["InvalidId.SMARTAG", "SAG.InstanceNoFound", "SmartAccessGatewayNotExist"],
  }),
  row("Smartag", "CreateCloudConnectNetwork", "marker", {
    refused: [
      "CcnAmountLimit",
      "CCN.CidrAmountLimit",
      "CCN.CidrEmpty",
      "CCN.InvalidCidr",
      "CCN.InvalidSnatCidr",
    ].concat("CCN.SnatCidrConflict"),
  }),
  row("Smartag", "DeleteCloudConnectNetwork", "keyed", {
    locks: (params) => [`ccn:${params.CcnId}`],
    already: ["ParameterCcnInstanceId", "InvalidId.CCN", "CcnNotExist"],
  }),
  row("Smartag", "BindSmartAccessGateway", "keyed", {
    locks: gatewayAndCcn,
    already: ["SmartAccessGatewayAlreadyBound"],
  }),
  row("Smartag", "UnbindSmartAccessGateway", "keyed", {
    locks: gatewayAndCcn,
    already: ["SmartAccessGatewayNotBind", "InvalidInstanceId.NotFound"],
  }),
];

const cenStatus = "InvalidOperation.CenInstanceStatus";
const packageStatus = ["InvalidOperation.BwpInstanceStatus", "InvalidOperation.BwpBusinessStatus", cenStatus];

const cbn: readonly ActionRow[] = [
  row("Cbn", "CreateCen", "token"),
  row("Cbn", "DeleteCen", "keyed", { locks: cen, already: ["ParameterCenInstanceId"], busy: [cenStatus] }),
  row("Cbn", "AttachCenChildInstance", "keyed", {
    locks: cenAndChild,
    already: ["InvalidOperation.ChildInstanceAlreadyAttached"],
    busy: [cenStatus, "InvalidOperation.ChildInstanceStatus", "OperationFailed.InvalidVpcStatus"],
  }),
  row("Cbn", "DetachCenChildInstance", "keyed", {
    locks: cenAndChild,
    already: ["Bid.NotFound", "ParameterInstanceId"],
    busy: [cenStatus, "InstanceStatus.NotSupport"],
  }),
  row("Cbn", "CreateCenBandwidthPackage", "token", {
    money: true,
    // Documented with HTTP 500, yet a refusal: the account cannot pay.
    refused: ["PayFor.AccountMoneyValidateError", "InventoryExceeded"],
  }),
  row("Cbn", "AssociateCenBandwidthPackage", "keyed", { locks: cenAndPackage, busy: packageStatus }),
  row("Cbn", "UnassociateCenBandwidthPackage", "keyed", {
    locks: cenAndPackage,
    // The package's limits vanish some time after they were set to 0.
    busy: [...packageStatus, "InvalidOperation.CenBandwidthLimitsNotZero"],
  }),
  row("Cbn", "ModifyCenBandwidthPackageSpec", "keyed", {
    money: true,
    locks: bandwidthPackage,
    busy: ["InvalidStatus.Resource"],
    refused: ["InvalidOperation.BwpBandwidthExceeded"],
  }),
  row("Cbn", "DeleteCenBandwidthPackage", "keyed", {
    locks: bandwidthPackage,
    already: ["ParameterBwpInstanceId"],
    busy: ["InvalidOperation.CenBandwidthLimitsNotZero"],
  }),
  row("Cbn", "SetCenInterRegionBandwidthLimit", "keyed", { locks: cen, busy: [cenStatus] }),
];

const ecs: readonly ActionRow[] = [
  row("Ecs", "AuthorizeSecurityGroup", "token", { locks: group }),
  // Since 2024-07-08 an unknown rule id is an error; before, it was a success.
  row("Ecs", "RevokeSecurityGroup", "token", { locks: group, already: ["InvalidParam.SecurityGroupRuleId"] }),
];

/** All writes that sagctl can send. */
export const actions: readonly ActionRow[] = [...smartag, ...cbn, ...ecs];

/** The row of a write; undefined for a read. */
export function findAction(product: Product, action: string): ActionRow | undefined {
  return actions.find((one) => one.product === product && one.action === action);
}

// BSS spells its permissions otherwise than its actions. Source: published pages of QueryOrders and GetOrderDetail, 2025-10.
const otherwise: Readonly<Record<string, string>> = {
  "BssOpenApi:QueryOrders": "bss:DescribeOrderList",
  "BssOpenApi:GetOrderDetail": "bss:DescribeOrderDetail",
};

/** The RAM action that a read or a write needs: `smartag:DescribeSmartAccessGateways`. */
export function permissionOf(call: { readonly product: Product; readonly action: string }): string {
  return otherwise[`${call.product}:${call.action}`] ?? `${prefixes[call.product]}:${call.action}`;
}
