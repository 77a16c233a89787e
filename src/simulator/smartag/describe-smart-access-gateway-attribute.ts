import { findGateway } from "./find-gateway.ts";
import { noteTransition, shownOfBoth } from "./shown.ts";
import { smartagAction } from "./smartag-action.ts";
import type { Gateway } from "./things.ts";

function devices(gateway: Gateway): Record<string, unknown>[] {
  return gateway.serialNumbers.map((serialNumber, index) => ({
    SerialNumber: serialNumber,
    HaState: index === 0 ? "Active" : "Standby",
    HcState: "",
    SoftwareVersion: "",
    MonitorVersion: "",
  }));
}

export const describeSmartAccessGatewayAttribute = smartagAction({
  name: "DescribeSmartAccessGatewayAttribute",
  kind: "read",
  parameters: { RegionId: { type: "string", required: true }, SmartAGId: { type: "string", required: true } },
  evidence: "SDK model: flat answer, field names. Page example: MaxBandwidth with a space before its unit.",
  handle(world, request) {
    const gateway = findGateway(world, request);
    noteTransition(world, [gateway]);
    return {
      ...shownOfBoth(world, gateway),
      InstanceType: gateway.model,
      MaxBandwidth: `${gateway.bandwidthMbps} M`,
      TrafficMasterSn: gateway.serialNumbers[0] ?? "",
      Devices: { Device: devices(gateway) },
      AclIds: { AclId: [] },
      QosIds: { QosId: [] },
      FlowLogIds: { FlowLogId: [] },
    };
  },
});
