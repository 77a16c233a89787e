import * as packages from "../../src/api/bandwidth-packages.ts";
import type { ApiCall, Read, Write } from "../../src/api/call.ts";
import * as ccns from "../../src/api/ccns.ts";
import * as children from "../../src/api/cen-children.ts";
import * as cens from "../../src/api/cens.ts";
import * as assistant from "../../src/api/cloud-assistant.ts";
import * as ecs from "../../src/api/ecs.ts";
import * as devices from "../../src/api/gateway-devices.ts";
import * as gateways from "../../src/api/gateways.ts";
import * as grants from "../../src/api/grants.ts";
import * as orders from "../../src/api/orders.ts";
import * as peers from "../../src/api/peer-attachments.ts";
import * as connections from "../../src/api/region-connections.ts";
import * as tables from "../../src/api/router-tables.ts";
import { readCcnUse, readGatewayUse } from "../../src/api/smartag-use.ts";
import { readCallerIdentity } from "../../src/api/sts.ts";
import * as routers from "../../src/api/transit-routers.ts";
import * as vpc from "../../src/api/vpc.ts";
import * as vpcAttachments from "../../src/api/vpc-attachments.ts";
import * as vpcRoutes from "../../src/api/vpc-routes.ts";
import { at, gatewayOrder } from "./gateway-order.ts";

const { account } = at;
const cen = "cen-a7k2m9x4q1w8e5r3t6";
const ccn = "ccn-4kd82hx0pq7m3v9zt1";
const gateway = "sag-h4lfd0ne7k2m9x4q1w";
const of = { ...at, id: gateway };
const device = { ...at, gateway, serial: "sag61ab6f19" };
const region = { account, region: "us-west-1" };
const router = "tr-rj9c1r5x9b2m6v0k4z8p3";
const table = "vtb-rj9q7e1w4u8i2o5a9s3d6";
const attachment = "tr-attach-k7m2x9q4w1e8r5t3y6";
const vpcId = "vpc-rj9sv0prod8d5n1c6t2y4";
const packageId = "cenbwp-4c2zaavbvh5fx0dtnq";
const group = "sg-rj9sv0web8d5n1c6t2y4";
const grant = { ...region, vpc: vpcId, cen, cenOwner: "2000000000000002", payer: "cen-owner" } as const;
const route = { ...region, vpc: vpcId, table, cidr: "10.0.0.0/8", attachment };
const bothRouters = { account, cen, router, peerRouter: "tr-uf6c1r5x9b2m6v0k4z8p3" };
const onInstance = { ...region, instance: "i-rj9sv0web8d5n1c6t2y4" };

/** One write of each kind, as a step would make it. */
export const everyWrite: readonly Write[] = [
  gateways.createGateway({ ...gatewayOrder, name: "beijing" }),
  gateways.activateGateway(of),
  gateways.setStaticRoutes({ ...of, cidrs: ["172.16.0.0/12", "192.168.8.0/24"] }),
  gateways.bindSerialNumber({ ...of, serial: "sag61ab6f19" }),
  gateways.unbindSerialNumber({ ...of, serial: "sag61ab6f19" }),
  gateways.upgradeGateway({ ...of, bandwidthMbps: 20, autoPay: true }),
  gateways.downgradeGateway({ ...of, bandwidthMbps: 5, autoPay: true }),
  gateways.deleteGateway(of),
  ccns.createCcn({ ...at, name: "default" }),
  ccns.deleteCcn({ ...at, id: ccn }),
  ccns.bindGateway({ ...at, gateway, ccn }),
  ccns.unbindGateway({ ...at, gateway, ccn }),
  cens.createCen({ account, name: "global" }),
  cens.deleteCen({ account, cen }),
  children.attachChild({ account, cen, child: vpcId, type: "VPC", region: "us-west-1" }),
  children.attachChild({ account, cen, child: ccn, type: "CCN", region: "ccn-cn-shanghai", owner: "2000000000000002" }),
  children.detachChild({ account, cen, child: ccn, type: "CCN", region: "ccn-cn-shanghai" }),
  packages.createPackage({
    account,
    areas: ["China", "North-America"],
    bandwidthMbps: 10,
    charge: "POSTPAY",
    name: "china-america",
  }),
  packages.associatePackage({ account, cen, package: packageId }),
  packages.unassociatePackage({ account, cen, package: packageId }),
  packages.resizePackage({ account, package: packageId, bandwidthMbps: 20 }),
  packages.deletePackage({ account, package: packageId }),
  connections.setConnection({ account, cen, between: ["ccn-cn-shanghai", "us-west-1"], bandwidthMbps: 5 }),
  routers.openRouterService({ account }),
  routers.createTransitRouter({ account, cen, region: "us-west-1", name: "silicon-valley" }),
  routers.deleteTransitRouter({ account, cen, router }),
  grants.grantVpc(grant),
  grants.modifyGrant({ ...grant, payer: "resource-owner" }),
  grants.revokeGrant(grant),
  vpcAttachments.createVpcAttachment({
    account,
    cen,
    region: "us-west-1",
    router,
    vpc: vpcId,
    vpcOwner: "1000000000000001",
    name: "attach1",
    zones: [{ zone: "us-west-1a", vSwitch: "vsw-rj9sv0prod8d5n1c6t2y4" }],
  }),
  vpcAttachments.updateVpcAttachment({ account, cen, router, attachment, vpc: vpcId, payer: "resource-owner" }),
  vpcAttachments.deleteVpcAttachment({ account, router, attachment, vpc: vpcId }),
  peers.createPeerAttachment({
    ...bothRouters,
    region: "us-west-1",
    peerRegion: "ccn-cn-shanghai",
    bandwidthMbps: 5,
    bandwidthType: "BandwidthPackage",
    package: packageId,
    name: "silicon-valley-office",
  }),
  peers.updatePeerAttachment({ ...bothRouters, attachment, bandwidthMbps: 10 }),
  peers.deletePeerAttachment({ ...bothRouters, attachment }),
  tables.createRouterTable({ account, router, name: "spoke" }),
  tables.deleteRouterTable({ account, router, table }),
  tables.associate({ account, router, attachment, table }),
  tables.dissociate({ account, router, attachment, table }),
  tables.replaceAssociation({ account, router, attachment, table }),
  tables.enablePropagation({ account, router, attachment, table }),
  tables.disablePropagation({ account, router, attachment, table }),
  vpcRoutes.createVpcRoute(route),
  vpcRoutes.deleteVpcRoute(route),
  vpc.createVSwitch({ ...region, vpc: vpcId, zone: "us-west-1b", cidr: "10.0.1.0/24", name: "second" }),
  vpc.deleteVSwitch({ ...region, vpc: vpcId, id: "vsw-rj9sv0web8d5n1c6t2y4" }),
  ecs.allowIngress({
    ...region,
    id: group,
    rules: [{ protocol: "icmp", ports: "-1/-1", source: "172.16.0.0/12", description: "beijing" }],
  }),
  ecs.revokeIngress({ ...region, id: group, ruleIds: ["sgr-rj9a", "sgr-rj9b"] }),
];

/** One read of each kind. */
export const everyRead: readonly Read<unknown>[] = [
  gateways.listGateways(at),
  gateways.readGateway(of),
  readGatewayUse(at),
  readCcnUse(at),
  ccns.listCcns(at),
  gateways.listDistributedRoutes({ ...at, gateway, source: "local" }),
  devices.readDevice(device),
  devices.listWanPorts(device),
  devices.listLanPorts(device),
  gateways.listSmartagRegions({ account }),
  cens.listCens({ account }),
  children.listChildren({ account, cen }),
  packages.listPackages({ account }),
  connections.listConnections({ account, cen }),
  cens.listRegionRoutes({ account, cen, region: "ccn-cn-shanghai" }),
  routers.readRouterService({ account }),
  routers.listTransitRouters({ account, cen }),
  routers.readTransitRouterZones({ account, region: "us-west-1" }),
  grants.listGrantsOfVpc({ ...region, vpc: vpcId }),
  grants.listGrantsToCen({ ...region, cen }),
  grants.listGrantedVSwitches({ ...region, cen, vpc: vpcId }),
  vpcAttachments.listVpcAttachments({ account, cen, region: "us-west-1" }),
  children.listCcnRegions({ account }),
  packages.listAreaRegions({ account, area: "North-America" }),
  peers.listPeerAttachments({ ...region, cen }),
  tables.listRouterTables({ account, router }),
  tables.listAssociations({ account, router, table }),
  tables.listAssociationsOf({ account, attachment }),
  tables.listPropagations({ account, table }),
  tables.listRouterRoutes({ account, table }),
  vpc.listVpcs(region),
  vpc.listVSwitches({ ...region, vpc: vpcId }),
  vpcRoutes.listVpcRouteTables(region),
  vpcRoutes.listVpcRoutes({ ...region, table }),
  vpc.listVpcRegions({ account }),
  ecs.listInstances({ ...region, vpc: vpcId }),
  ecs.listSecurityGroups(region),
  ecs.readSecurityGroup({ ...region, id: group }),
  assistant.readAssistantStatus(onInstance),
  assistant.readInvocation({ ...onInstance, invocation: "t-rj9q7e1w4u8i2o5a" }),
  readCallerIdentity({ account }),
  orders.readOrder({ account, orderId: "203377778550296" }),
  orders.listUnpaidOrders({ account, product: "smartag", from: 1_785_000_000_000, to: 1_785_086_400_000 }),
];

/** One probe of each kind. */
export const everyProbe: readonly ApiCall[] = [assistant.runCommand({ ...onInstance, command: "ping -c 4 10.0.0.10" })];

export const everyCall: readonly ApiCall[] = [...[...everyWrite, ...everyRead].map((one) => one.call), ...everyProbe];

export function nameOf(call: ApiCall): string {
  return `${call.product} ${call.action}`;
}
