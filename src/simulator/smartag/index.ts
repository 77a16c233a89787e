import type { SimAction } from "../action.ts";
import type { EventHandler } from "../world.ts";
import { activateSmartAccessGateway } from "./activate-smart-access-gateway.ts";
import { attachCcnInstanceToCen } from "./attach-ccn-instance-to-cen.ts";
import { bindSerialNumber } from "./bind-serial-number.ts";
import { bindEvents, bindSmartAccessGateway } from "./bind-smart-access-gateway.ts";
import { createCloudConnectNetwork } from "./create-cloud-connect-network.ts";
import { createSmartAccessGateway } from "./create-smart-access-gateway.ts";
import { deleteCloudConnectNetwork } from "./delete-cloud-connect-network.ts";
import { deleteSmartAccessGateway } from "./delete-smart-access-gateway.ts";
import { describeBindableSmartAccessGateways } from "./describe-bindable-smart-access-gateways.ts";
import { describeCloudConnectNetworks } from "./describe-cloud-connect-networks.ts";
import { describeGrantRules } from "./describe-grant-rules.ts";
import { describeRegions } from "./describe-regions.ts";
import { describeRouteDistributionStrategies } from "./describe-route-distribution-strategies.ts";
import { describeSagDeviceInfo } from "./describe-sag-device-info.ts";
import { describeSagLanList } from "./describe-sag-lan-list.ts";
import { describeSagWanList } from "./describe-sag-wan-list.ts";
import { describeSmartAccessGatewayAttribute } from "./describe-smart-access-gateway-attribute.ts";
import { describeSmartAccessGateways } from "./describe-smart-access-gateways.ts";
import { detachCcnInstanceFromCen } from "./detach-ccn-instance-from-cen.ts";
import { diagnoseSmartAccessGateway, diagnosisEvents } from "./diagnose-smart-access-gateway.ts";
import { discribeSmartAccessGatewayDiagnosisReport } from "./discribe-smart-access-gateway-diagnosis-report.ts";
import { downgradeSmartAccessGateway } from "./downgrade-smart-access-gateway.ts";
import { getCloudConnectNetworkUseLimit } from "./get-cloud-connect-network-use-limit.ts";
import { getSmartAccessGatewayUseLimit } from "./get-smart-access-gateway-use-limit.ts";
import { grantInstanceToCbn } from "./grant-instance-to-cbn.ts";
import { lifeCycle } from "./life-cycle.ts";
import { modifyCloudConnectNetwork } from "./modify-cloud-connect-network.ts";
import { modifyEvents, modifySmartAccessGateway } from "./modify-smart-access-gateway.ts";
import { orderEvents } from "./orders.ts";
import { revokeInstanceFromCbn } from "./revoke-instance-from-cbn.ts";
import { unbindSerialNumber } from "./unbind-serial-number.ts";
import { unbindEvents, unbindSmartAccessGateway } from "./unbind-smart-access-gateway.ts";
import { upgradeSmartAccessGateway } from "./upgrade-smart-access-gateway.ts";

/** Smartag 2018-03-13. */
export const actions: readonly SimAction[] = [
  activateSmartAccessGateway,
  attachCcnInstanceToCen,
  bindSerialNumber,
  bindSmartAccessGateway,
  createCloudConnectNetwork,
  createSmartAccessGateway,
  deleteCloudConnectNetwork,
  deleteSmartAccessGateway,
  describeBindableSmartAccessGateways,
  describeCloudConnectNetworks,
  describeGrantRules,
  describeRegions,
  describeRouteDistributionStrategies,
  describeSagDeviceInfo,
  describeSagLanList,
  describeSagWanList,
  describeSmartAccessGatewayAttribute,
  describeSmartAccessGateways,
  detachCcnInstanceFromCen,
  diagnoseSmartAccessGateway,
  discribeSmartAccessGatewayDiagnosisReport,
  downgradeSmartAccessGateway,
  getCloudConnectNetworkUseLimit,
  getSmartAccessGatewayUseLimit,
  grantInstanceToCbn,
  modifyCloudConnectNetwork,
  modifySmartAccessGateway,
  revokeInstanceFromCbn,
  unbindSerialNumber,
  unbindSmartAccessGateway,
  upgradeSmartAccessGateway,
];

/** What happens to gateways, and what follows from their orders. */
export const events: Record<string, EventHandler> = {
  ...lifeCycle,
  ...orderEvents,
  ...modifyEvents,
  ...bindEvents,
  ...unbindEvents,
  ...diagnosisEvents,
};
