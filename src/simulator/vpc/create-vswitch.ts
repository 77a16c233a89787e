import { Refusal, type SimRequest } from "../action.ts";
import { contains, overlaps, type Prefix, parsePrefix } from "../cidr.ts";
import type { World } from "../world.ts";
import { regionalPrefix } from "./region-code.ts";
import { findVpc, tablesOf, vSwitchesOf } from "./requests.ts";
import type { RouteEntry, Vpc, VSwitch } from "./things.ts";
import { becomesAvailable, begin } from "./transition.ts";
import { vpcAction } from "./vpc-action.ts";
import { zonesOf } from "./zones.ts";

function readPrefix(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Refusal(400, "InvalidCidrBlock.Malformed", "The CIDR block is malformed.");
  // Spelt so on the wire. Source: error table of the page.
  if (prefix.mask < 16 || prefix.mask > 29)
    throw new Refusal(400, "InvalidCirdrBlock.MaskLength", "The mask is 16 to 29.");
  return prefix;
}

function requireInside(vpc: Vpc, prefix: Prefix): void {
  const blocks = [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].map(parsePrefix);
  if (blocks.some((block) => block !== undefined && contains(block, prefix))) return;
  throw new Refusal(400, "InvalidParameter", "The CIDR block is not valid in the VPC.");
}

/** Neither overlaps another vSwitch nor equals the destination of a route entry. */
function requireFree(world: World, vpc: Vpc, prefix: Prefix, text: string): void {
  const isTaken = (one: VSwitch) => overlaps(parsePrefix(one.cidrBlock) ?? prefix, prefix);
  const tables = tablesOf(world, vpc.id).map((table) => table.id);
  const isRoute = (one: RouteEntry) => tables.includes(one.routeTableId) && one.destinationCidrBlock === text;
  if (vSwitchesOf(world, vpc.id).some(isTaken) || world.all<RouteEntry>("route-entry").some(isRoute)) {
    throw new Refusal(400, "InvalidCidrBlock.Overlapped", "The CIDR block overlaps with another subnet or entry.");
  }
}

/** Source: Terraform provider, which repeats this code. */
function requireNotBeingAttached({ cens }: Vpc): void {
  if (cens.every((cen) => cen.status === "Attached")) return;
  throw new Refusal(400, "CreateVSwitch.IncorrectStatus.cbnStatus", "The VPC is being attached to a CEN or detached.");
}

function newVSwitch(world: World, vpc: Vpc, { params }: SimRequest): VSwitch {
  const table = tablesOf(world, vpc.id).find((one) => one.type === "System");
  return {
    id: world.newId(regionalPrefix("vsw-", vpc.region), 18),
    uid: vpc.uid,
    region: vpc.region,
    vpcId: vpc.id,
    zoneId: String(params.ZoneId),
    name: String(params.VSwitchName ?? ""),
    cidrBlock: String(params.CidrBlock),
    status: "Pending",
    routeTableId: table?.id ?? "",
    createdAt: world.now,
  };
}

export const createVSwitch = vpcAction({
  name: "CreateVSwitch",
  kind: "write",
  parameters: {
    VpcId: { type: "string", required: true },
    ZoneId: { type: "string", required: true },
    CidrBlock: { type: "string", required: true },
    VSwitchName: { type: "string" },
    RegionId: { type: "string" },
    ClientToken: { type: "string" },
  },
  evidence:
    "SDK model: parameters, ClientToken. Page: codes; one at a time in a VPC. Terraform provider: Pending, then Available.",
  handle(world, request) {
    const vpc = findVpc(world, request, request.params.VpcId);
    if (!zonesOf(vpc.region).includes(String(request.params.ZoneId))) {
      throw new Refusal(404, "InvalidZoneId.NotFound", "The zone does not exist.");
    }
    const prefix = readPrefix(String(request.params.CidrBlock));
    requireInside(vpc, prefix);
    requireFree(world, vpc, prefix, String(request.params.CidrBlock));
    requireNotBeingAttached(vpc);
    const vSwitch = newVSwitch(world, vpc, request);
    const busyCode = "IncorrectVSwitchStatus";
    begin(world, { vpcId: vpc.id, busyCode, work: "create-vswitch", event: "vswitch.created", id: vSwitch.id });
    world.put("vswitch", vSwitch);
    return { VSwitchId: vSwitch.id };
  },
});

export const vSwitchEvents = { "vswitch.created": becomesAvailable("vswitch") };
