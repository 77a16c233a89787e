import { Refusal, type SimRequest } from "../action.ts";
import type { Vpc } from "../vpc/things.ts";
import type { World } from "../world.ts";
import { modify, requireAttached } from "./attachment-transition.ts";
import { cbnAction } from "./cbn-action.ts";
import { ownVpcAttachment } from "./router-lookups.ts";
import type { VpcRouterAttachment, ZoneMapping } from "./things.ts";
import { checkVpcIsStill } from "./vpc-stillness.ts";
import { writeParameters } from "./write-parameters.ts";
import { type AskedZone, readZones } from "./zone-mappings.ts";

const zones = { type: "list", of: { ZoneId: { type: "string" }, VSwitchId: { type: "string" } } } as const;

/** Adds and takes away vSwitches of an attachment, one of which has to stay. */
export const updateTransitRouterVpcAttachmentZones = cbnAction({
  name: "UpdateTransitRouterVpcAttachmentZones",
  kind: "write",
  parameters: {
    TransitRouterAttachmentId: { type: "string", required: true },
    AddZoneMappings: zones,
    RemoveZoneMappings: zones,
    ...writeParameters,
  },
  evidence: "metadata; rules: API page; codes: those of CreateTransitRouterVpcAttachment by assumption",
  handle(world, request) {
    const attachment = ownVpcAttachment(world, request);
    requireAttached(attachment);
    const vpc = world.find<Vpc>("vpc", attachment.vpcId);
    if (!vpc) throw new Refusal(400, "IncorrectStatus.VpcResource", "The VPC does not exist.");
    checkVpcIsStill(world, vpc, "IncorrectStatus.Vpc");
    const staying = stayingZones(attachment, request);
    modify(
      world,
      { ...attachment, zoneMappings: [...staying, ...added(world, vpc, request, staying)] },
      "update-zones",
    );
    return {};
  },
});

function stayingZones({ zoneMappings }: VpcRouterAttachment, { params }: SimRequest): ZoneMapping[] {
  const leaving = ((params.RemoveZoneMappings ?? []) as AskedZone[]).map((one) =>
    zoneMappings.find((zone) => zone.zoneId === one.ZoneId && zone.vSwitchId === one.VSwitchId),
  );
  if (leaving.includes(undefined)) throw new Refusal(400, "IllegalParam.ZoneMappings", "No such zone mapping.");
  return zoneMappings.filter((zone) => !leaving.includes(zone));
}

function added(world: World, vpc: Vpc, request: SimRequest, staying: ZoneMapping[]): ZoneMapping[] {
  return readZones(world, vpc, (request.params.AddZoneMappings ?? []) as AskedZone[], { zoneMappings: staying });
}
