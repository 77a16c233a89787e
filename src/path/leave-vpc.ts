import { say, type Text } from "../text.ts";
import { crossBasic, crossRouter, notAttached, notReady } from "./cross-routers.ts";
import { hasStatus } from "./described.ts";
import {
  type DescribedBackbone,
  type DescribedVpc,
  type DescribedVpcTable,
  isLocal,
  type VpcRoute,
} from "./described-backbone.ts";
import { isPrivate, rangeOf } from "./ipv4.ts";
import { matchRoutes } from "./longest-match.ts";
import { routerOf } from "./peer-proof.ts";
import { blocked, type Finding, type Goal, type Packets } from "./way.ts";

const look = say`sagctl status --routes`;

/** What becomes of packets that a VPC's instances send to a goal, as far as it can be read. */
export function leaveVpc(backbone: DescribedBackbone, vpc: DescribedVpc, goal: Goal): readonly Finding[] {
  const range = rangeOf(goal.cidr);
  if (range === undefined) return blocked(say`${goal.cidr} of ${goal.name} is no IPv4 block.`, look);
  const packets: Packets = { backbone, from: vpc.name, goal, range, passed: [] };
  const { cen } = backbone;
  const router = cen && routerOf(cen, vpc.region);
  if (cen && !isJoined(cen, vpc)) return [{ is: "block", block: notAttached({ id: vpc.vpcId, name: vpc.name }) }];
  if (cen && router?.edition === "Basic") return crossBasic({ ...packets, cen }, router);
  if (vpc.tables === undefined) return [unreadTables(vpc), ...overAttachment(packets, vpc)];
  return tablesFor(vpc, vpc.tables).flatMap((table) => byTable(packets, vpc, table));
}

function isJoined(cen: NonNullable<DescribedBackbone["cen"]>, { vpcId }: DescribedVpc): boolean {
  return (
    cen.attached.some((one) => one.id === vpcId && hasStatus(one, "Attached")) ||
    cen.attachments.some((one) => one.vpcId === vpcId)
  );
}

function unreadTables(vpc: DescribedVpc): Finding {
  return { is: "unread", what: say`the routes of ${vpc.name} (account ${vpc.account})` };
}

/** The table of the instance's vSwitch; where that is not known, each one that has vSwitches. */
function tablesFor(vpc: DescribedVpc, tables: readonly DescribedVpcTable[]): readonly DescribedVpcTable[] {
  const own = tables.filter((table) => table.vSwitches.includes(vpc.vSwitch ?? ""));
  const used = own.length > 0 ? own : tables.filter((table) => table.vSwitches.length > 0);
  return used.length > 0 ? used : tables.filter((table) => table.isSystem);
}

function byTable(packets: Packets, vpc: DescribedVpc, table: DescribedVpcTable): readonly Finding[] {
  const { goal } = packets;
  const available = table.routes.filter((route) => hasStatus(route, "Available"));
  return matchRoutes(packets.range, available).flatMap(({ range, route }) => {
    if (route) return takeRoute({ ...packets, range }, vpc, route);
    const where = table.isSystem ? vpc.name : `${vpc.name} (route table ${table.id})`;
    return blocked(say`${where} has no route to ${goal.cidr} of ${goal.name}.`, wayTo(goal, vpc, table));
  });
}

/** Outside the private blocks it is offices alone that sagctl writes routes to. */
function wayTo({ cidr, region }: Goal, vpc: DescribedVpc, { id }: DescribedVpcTable): Text {
  if (isPrivate(cidr) || region.startsWith("ccn-")) return say`sagctl vpc-routes --only ${vpc.name}`;
  return say`In the VPC console, add a route to ${cidr} over the attachment of ${vpc.name} to ${id}: sagctl writes none to a VPC outside the private blocks`;
}

function takeRoute(packets: Packets, vpc: DescribedVpc, route: VpcRoute): readonly Finding[] {
  const { backbone, goal } = packets;
  if (isLocal(route)) {
    return blocked(
      say`In ${vpc.name}, ${route.cidr} is its own: nothing leaves for ${goal.cidr} of ${goal.name}.`,
      look,
    );
  }
  const isAttachment = route.nextHopType.toLowerCase() === "attachment";
  const { cen } = backbone;
  if (!cen && isAttachment) return [{ is: "unread", what: unreadCen(backbone.hub) }];
  const attachment = cen?.attachments.find((one) => one.id === route.nextHopId);
  if (isAttachment && attachment?.vpcId === vpc.vpcId) return overAttachment(packets, vpc, attachment.id);
  const leads = [route.nextHopType, route.nextHopId].filter((word) => word !== "").join(" ");
  return blocked(
    say`In ${vpc.name}, ${route.cidr} leads to ${leads}, not to the transit router of the CEN and ${goal.name} (${goal.cidr}).`,
    look,
  );
}

function overAttachment(packets: Packets, vpc: DescribedVpc, id?: string): readonly Finding[] {
  const { cen, hub } = packets.backbone;
  if (!cen) return [{ is: "unread", what: unreadCen(hub) }];
  const attachment = cen.attachments.find((one) => one.vpcId === vpc.vpcId && one.id === (id ?? one.id));
  const router = cen.routers.find((one) => one.id === attachment?.routerId);
  if (!attachment || !router) return [{ is: "block", block: notAttached({ id: vpc.vpcId, name: vpc.name }) }];
  if (hasStatus(attachment, "Attached")) return crossRouter({ ...packets, cen }, router, attachment.id);
  return [{ is: "block", block: notReady(attachment, vpc.name) }];
}

function unreadCen(hub: string): Text {
  return say`the CEN and its transit routers (account ${hub})`;
}
