import type { SimRequest } from "../action.ts";
import { ecsAction } from "./ecs-action.ts";
import { here, pageEitherWay, pagingParameters, readJsonList } from "./requests.ts";
import type { Instance } from "./things.ts";
import { minuteTime } from "./times.ts";

/** A name may have wildcards. */
function nameFits(name: string, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  const parts = String(wanted)
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}

function isWanted(request: SimRequest): (one: Instance) => boolean {
  const { params } = request;
  const ids = readJsonList(request, "InstanceIds");
  const addresses = readJsonList(request, "PrivateIpAddresses");
  return (one) =>
    (ids?.includes(one.id) ?? true) &&
    (addresses?.includes(one.privateIp) ?? true) &&
    one.vpcId === (params.VpcId ?? one.vpcId) &&
    one.vSwitchId === (params.VSwitchId ?? one.vSwitchId) &&
    one.zoneId === (params.ZoneId ?? one.zoneId) &&
    one.status === (params.Status ?? one.status) &&
    nameFits(one.name, params.InstanceName) &&
    (params.SecurityGroupId === undefined || one.securityGroupIds.includes(String(params.SecurityGroupId)));
}

function network(one: Instance): Record<string, unknown> {
  const card = { NetworkInterfaceId: one.networkInterfaceId, PrimaryIpAddress: one.privateIp, Type: "Primary" };
  const addresses = { PrivateIpSet: [{ PrivateIpAddress: one.privateIp, Primary: true }] };
  return {
    InstanceNetworkType: "vpc",
    VpcAttributes: {
      VpcId: one.vpcId,
      VSwitchId: one.vSwitchId,
      NatIpAddress: "",
      PrivateIpAddress: { IpAddress: [one.privateIp] },
    },
    NetworkInterfaces: { NetworkInterface: [{ ...card, PrivateIpSets: addresses }] },
    PublicIpAddress: { IpAddress: [] },
    InnerIpAddress: { IpAddress: [] },
    EipAddress: { IpAddress: "", AllocationId: "", InternetChargeType: "" },
    SecurityGroupIds: { SecurityGroupId: one.securityGroupIds },
  };
}

function shown(one: Instance): Record<string, unknown> {
  return {
    InstanceId: one.id,
    InstanceName: one.name,
    HostName: one.name,
    Description: "",
    Status: one.status,
    RegionId: one.region,
    ZoneId: one.zoneId,
    OSType: one.osType,
    CreationTime: minuteTime(one.createdAt),
    ...network(one),
    Tags: { Tag: [] },
  };
}

export const describeInstances = ecsAction({
  name: "DescribeInstances",
  kind: "read",
  parameters: {
    RegionId: { type: "string", required: true },
    InstanceIds: { type: "json" },
    PrivateIpAddresses: { type: "json" },
    VpcId: { type: "string" },
    VSwitchId: { type: "string" },
    ZoneId: { type: "string" },
    SecurityGroupId: { type: "string" },
    InstanceName: { type: "string" },
    Status: { type: "string", oneOf: ["Pending", "Running", "Starting", "Stopping", "Stopped"] },
    DryRun: { type: "boolean" },
    ...pagingParameters,
  },
  evidence: "SDK model: parameters, JSON lists, fields. Page: unknown ids give an empty list; at most 100 a page.",
  handle(world, request) {
    const wanted = here(world.listed<Instance>("instance"), request).filter(isWanted(request));
    const page = pageEitherWay(wanted, request);
    return { ...page.echo, Instances: { Instance: page.items.map(shown) } };
  },
});
