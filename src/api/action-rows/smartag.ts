import { type ActionRow, locking, row } from "./row.ts";

const gateway = locking(["gateway", "SmartAGId"]);
const gatewayAndCcn = locking(["gateway", "SmartAGId"], ["ccn", "CcnId"]);

// Sources: published error tables of each action; codes that the official Terraform provider repeats or takes for "gone", 2026-08.
/** The writes of Smart Access Gateway. */
export const smartagRows: readonly ActionRow[] = [
  row("Smartag", "CreateSmartAccessGateway", "marker", { bills: "order" }),
  row("Smartag", "ActivateSmartAccessGateway", "keyed", {
    locks: gateway,
    busy: ["SmartAccessGatewayActivateFailed"],
  }),
  row("Smartag", "ModifySmartAccessGateway", "keyed", { locks: gateway }),
  row("Smartag", "BindSerialNumber", "keyed", { locks: gateway }),
  row("Smartag", "UnbindSerialNumber", "keyed", { locks: gateway }),
  row("Smartag", "UpgradeSmartAccessGateway", "keyed", { bills: "order", locks: gateway }),
  row("Smartag", "DowngradeSmartAccessGateway", "keyed", { bills: "order", locks: gateway }),
  row("Smartag", "DeleteSmartAccessGateway", "keyed", {
    locks: locking(["gateway", "InstanceId"]),
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
    locks: locking(["ccn", "CcnId"]),
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
